import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts'
import type { EChartsCoreOption } from 'echarts/core'
import type { PartCover } from '../../../shared/indicators/cover/coverByPart.ts'
import type { SceneTheme } from '../../look/sceneTheme.ts'
import { chartBase } from '../chartBase.ts'
import { textAt } from '../textAt.ts'
import { unitBlock } from './unitBlock.ts'

export interface CoverByPartWords {
  /** Short name of a part. */
  part: (region: string) => string
  /** Room for the longest name that has the whole width and for the longest other one, wall px. */
  width: { wide: number; other: number }
  /** Of whom nothing is known: this word stands for how many. */
  unknown?: string | undefined
  /** Where nobody is expected. */
  offRoster: string
}

/** So many parts stand below each other over the whole width; of more, subdistricts alone do. */
const WIDE_PARTS = 8

/** Tallest line, wall px: few parts do not spread over a tall panel. */
export const LINE = 40

/** One block a grid: wide rows first, the others in columns below. */
export function coverByPartOption(parts: readonly PartCover[], theme: SceneTheme, words: CoverByPartWords): EChartsCoreOption {
  return {
    ...chartBase(theme),
    series: [{
      id: 'cover',
      type: 'custom',
      coordinateSystem: 'none',
      silent: true,
      data: parts.map(part => [part.covered, part.expected]),
      renderItem: (params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) =>
        partRow(parts, params.dataIndex, { width: api.getWidth(), height: api.getHeight() }, theme, words),
    }],
  }
}

/** Whether a part has a line of its own. */
export function isWide(parts: readonly PartCover[], part: PartCover): boolean {
  return part.urban || parts.length <= WIDE_PARTS
}

/** From this width on, wall px, two wide rows stand side by side. */
export const SPACIOUS = 700

/**
 * Line of a part and its column of how many: one that is wide takes a line, or half of one where it is spacious; the others
 * share lines, two or four in one.
 */
export function placeOf(parts: readonly PartCover[], place: number, isSpacious: boolean): { line: number; column: number; columns: number } {
  const wide = parts.filter(part => isWide(parts, part)).length
  const columns = (place < wide ? 1 : 2) * (isSpacious ? 2 : 1)
  const before = place < wide ? 0 : Math.ceil(wide / (isSpacious ? 2 : 1))
  const among = place < wide ? place : place - wide
  return { line: before + Math.floor(among / columns), column: among % columns, columns }
}

function partRow(parts: readonly PartCover[], place: number, { width, height }: { width: number; height: number }, theme: SceneTheme, words: CoverByPartWords) {
  const { scale } = theme
  const text = scale * theme.textFactor
  const part = parts[place]!
  const isSpacious = width >= SPACIOUS * scale
  const lines = placeOf(parts, parts.length - 1, isSpacious).line + 1
  const { line, column, columns } = placeOf(parts, place, isSpacious)
  const pitch = Math.min(height / lines, LINE * scale)
  const y = (line + 0.5) * pitch
  const gap = (isSpacious ? 32 : 20) * scale
  const wide = isWide(parts, part)
  const room = (width - gap * (columns - 1)) / columns
  const left = column * (room + gap)
  const start = left + (wide ? words.width.wide : words.width.other) * text
  const end = left + room - 46 * text
  const step = Math.min((wide ? 9.5 : isSpacious ? 8 : 5.2) * text, (end - start) / Math.max(1, part.cells.length))
  const box = { width: step - 1.5 * scale, height: Math.min(12 * text, pitch - 4 * scale) }
  const short = words.unknown === undefined && part.covered < part.expected
  return {
    type: 'group' as const,
    children: [
      textAt(words.part(part.region), left, y, { size: 16, family: theme.sans, fill: theme.ink0 }, theme),
      ...part.cells.flatMap((cell, index) => unitBlock(words.unknown === undefined ? cell.cover : 'unknown', { x: start + index * step, y: y - box.height / 2, ...box }, theme)),
      textAt(part.expected === 0 && words.unknown === undefined ? words.offRoster : `${words.unknown ?? part.covered}/${words.unknown === undefined ? part.expected : part.grids}`, left + room, y, { size: 17, weight: short ? 600 : 400, fill: short ? theme.ink0 : part.expected === 0 ? theme.ink2 : theme.ink1, align: 'right' }, theme),
    ],
  }
}
