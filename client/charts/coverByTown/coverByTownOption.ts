import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts'
import type { EChartsCoreOption } from 'echarts/core'
import type { TownCover } from '../../../shared/indicators/coverByTown.ts'
import type { SceneTheme } from '../../composables/sceneTheme.ts'
import { chartBase } from '../chartBase.ts'
import { textAt } from '../textAt.ts'
import { unitBlock } from './unitBlock.ts'

export interface CoverByTownWords {
  /** Name without 镇, 苏木 or 街道. */
  town: (region: string) => string
  /** Room for the longest subdistrict and the longest other name, wall px. */
  width: { urban: number; other: number }
}

/** One block a grid: subdistricts over the whole width, the others in two columns below. */
export function coverByTownOption(towns: readonly TownCover[], theme: SceneTheme, words: CoverByTownWords): EChartsCoreOption {
  return {
    ...chartBase(theme),
    series: [{
      id: 'cover',
      type: 'custom',
      coordinateSystem: 'none',
      silent: true,
      data: towns.map(town => [town.covered, town.grids]),
      renderItem: (params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) =>
        townRow(towns, params.dataIndex, { width: api.getWidth(), height: api.getHeight() }, theme, words),
    }],
  }
}

/** Line of a town, and its column: 0 or 1, undefined for one that takes the whole width. */
export function placeOf(towns: readonly TownCover[], place: number): { line: number; column: 0 | 1 | undefined } {
  const urban = towns.filter(town => town.urban).length
  if (place < urban)
    return { line: place, column: undefined }
  const line = urban + Math.floor((place - urban) / 2)
  return { line, column: (place - urban) % 2 === 0 ? 0 : 1 }
}

function townRow(towns: readonly TownCover[], place: number, { width, height }: { width: number; height: number }, theme: SceneTheme, words: CoverByTownWords) {
  const { scale } = theme
  const town = towns[place]!
  const lines = placeOf(towns, towns.length - 1).line + 1
  const { line, column } = placeOf(towns, place)
  const pitch = height / lines
  const y = (line + 0.5) * pitch
  const gap = 20 * scale
  const wide = column === undefined
  const room = wide ? width : (width - gap) / 2
  const left = column === 1 ? room + gap : 0
  const start = left + (wide ? words.width.urban : words.width.other) * scale
  const end = left + room - 46 * scale
  const step = Math.min((wide ? 9.5 : 5.2) * scale, (end - start) / Math.max(1, town.cells.length))
  const box = { width: step - 1.5 * scale, height: Math.min(12 * scale, pitch - 4 * scale) }
  const short = town.covered < town.grids
  return {
    type: 'group' as const,
    children: [
      textAt(words.town(town.region), left, y, { size: 16, family: theme.sans, fill: theme.ink0 }, theme),
      ...town.cells.flatMap((cell, index) => unitBlock(cell.cover, { x: start + index * step, y: y - box.height / 2, ...box }, theme)),
      textAt(`${town.covered}/${town.grids}`, left + room, y, { size: 17, weight: short ? 600 : 400, fill: short ? theme.ink0 : theme.ink1, align: 'right' }, theme),
    ],
  }
}
