import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts'
import type { EChartsCoreOption } from 'echarts/core'
import type { LevelRow } from '../../../shared/indicators/rates/settledByLevel.ts'
import type { Level } from '../../../shared/words/level.ts'
import type { SceneTheme } from '../../look/sceneTheme.ts'
import { chartBase } from '../chartBase.ts'
import { textAt } from '../textAt.ts'

export interface SettledByLevelWords {
  level: Record<Level, string>
  /** `↑ 上行 61`. */
  movedUp: (count: number) => string
  /** Without its sign. */
  percent: (share: number) => string
  /** Room for the longest level, wall px. */
  width: number
}

/** Right edges of the columns 累计占比 and 未结, wall px from the right; the panel's title stands above them. */
const LADDER_COLUMNS = { cumulative: 56, open: 0 }
/** Room for the sign % after a share. */
const SIGN = 13

/** The ladder, banner on top: settled, cumulated share, open; between two rungs how many went up. */
export function settledByLevelOption(rows: readonly LevelRow[], theme: SceneTheme, words: SettledByLevelWords): EChartsCoreOption {
  const down = [...rows].reverse()
  const most = Math.max(1, ...rows.map(row => row.closed))
  return {
    ...chartBase(theme),
    series: [{
      id: 'ladder',
      type: 'custom',
      coordinateSystem: 'none',
      silent: true,
      data: down.map(row => [row.closed, row.open, row.movedUp]),
      renderItem: (params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) =>
        rung(down[params.dataIndex]!, params.dataIndex, { most, width: api.getWidth(), height: api.getHeight() }, theme, words),
    }],
  }
}

function rung(row: LevelRow, place: number, { most, width, height }: { most: number; width: number; height: number }, theme: SceneTheme, words: SettledByLevelWords) {
  const { scale } = theme
  const text = scale * theme.textFactor
  const pitch = (height - 26 * scale) / 3
  const y = 13 * scale + place * pitch
  const left = words.width * text
  const bar = Math.max(2 * scale, row.closed / most * (width - left - 226 * text))
  const heavy = { size: 20, weight: 600, fill: theme.ink0 }
  return {
    type: 'group' as const,
    children: [
      textAt(words.level[row.level], 0, y, { size: 18, family: theme.sans, fill: theme.ink0 }, theme),
      { type: 'rect' as const, shape: { x: left, y: y - 8 * scale, width: bar, height: 16 * scale }, style: { fill: barFill(row.level, theme) } },
      textAt(String(row.closed), left + bar + 8 * scale, y, heavy, theme),
      textAt(row.cumulative === undefined ? '—' : words.percent(row.cumulative), width - (LADDER_COLUMNS.cumulative + SIGN) * text, y, { size: 22, weight: 500, fill: theme.ink0, align: 'right' }, theme),
      textAt(row.cumulative === undefined ? '' : '%', width - LADDER_COLUMNS.cumulative * text, y + 2 * text, { size: 16, fill: theme.ink1, align: 'right' }, theme),
      textAt(String(row.open), width - LADDER_COLUMNS.open * text, y, { size: 18, fill: theme.ink1, align: 'right' }, theme),
      ...(row.level === 'grid'
        ? []
        : [textAt(words.movedUp(row.movedUp), left, y + pitch / 2, { size: 16, family: theme.sans, fill: theme.ink1 }, theme)]),
    ],
  }
}

/** The two levels that the principle promises are in order; what went past them is bone. */
function barFill(level: Level, { acc, accDim, ramp, ink0 }: SceneTheme): string {
  switch (level) {
    case 'grid': return acc
    case 'community': return accDim
    case 'town': return ramp[4]
    case 'banner': return ink0
  }
}
