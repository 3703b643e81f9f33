import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts'
import type { EChartsCoreOption } from 'echarts/core'
import type { Category } from '../../../shared/words/category/category.ts'
import type { CategoryCount } from '../../../shared/indicators/rates/reportedByCategory.ts'
import type { SceneTheme } from '../../look/sceneTheme.ts'
import { chartBase } from '../chartBase.ts'
import { difference } from '../difference.ts'
import { textAt } from '../textAt.ts'

export interface ByCategoryWords {
  category: (category: Category) => string
  /** Room for the longest of them, wall px. */
  width: number
}

/** Today's bars, most first, with yesterday's tick; value and difference stand in columns of their own. */
export function byCategoryOption(rows: readonly CategoryCount[], theme: SceneTheme, words: ByCategoryWords): EChartsCoreOption {
  const { scale } = theme
  const text = scale * theme.textFactor
  const room = { left: words.width * text, right: 110 * text, top: 0, bottom: 0 }
  return {
    ...chartBase(theme),
    grid: room,
    xAxis: { type: 'value', show: false, min: 0, max: Math.max(4, ...rows.flatMap(row => [row.today, row.yesterday])) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(row => words.category(row.category)),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { interval: 0, align: 'left', margin: words.width * text, fontFamily: theme.sans, fontSize: 18 * text, color: theme.ink0 },
    },
    series: [
      {
        id: 'today',
        type: 'bar',
        barWidth: 12 * scale,
        data: rows.map(row => ({ value: row.today, itemStyle: { color: row.grew ? theme.ink0 : theme.ramp[4] } })),
      },
      {
        id: 'yesterday',
        type: 'custom',
        silent: true,
        z: 4,
        renderItem: (_: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
          const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)])
          return { type: 'rect', shape: { x: x - 1.5 * scale, y: y - 11 * scale, width: 3 * scale, height: 22 * scale }, style: { fill: theme.acc } }
        },
        encode: { x: 0, y: 1 },
        ...asPairs(rows.map(row => row.yesterday)),
      },
      {
        id: 'numbers',
        type: 'custom',
        silent: true,
        z: 5,
        encode: { y: 1 },
        ...asPairs(rows.map(row => row.today)),
        renderItem: (params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
          const row = rows[params.dataIndex]!
          const [, y = 0] = api.coord([0, api.value(1)])
          return {
            type: 'group',
            children: [
              textAt(String(row.today), api.getWidth() - 64 * text, y, { size: 20, weight: 600, fill: theme.ink0, align: 'right' }, theme),
              textAt(difference(row.today - row.yesterday), api.getWidth(), y, { size: 18, weight: row.grew ? 600 : 400, fill: row.grew ? theme.ink0 : theme.ink1, align: 'right' }, theme),
            ],
          }
        },
      },
    ],
  }
}

/** Values with their row, so that a custom series finds both on the axes. */
function asPairs(values: readonly number[]) {
  return { data: values.map((value, row) => [value, row]) }
}
