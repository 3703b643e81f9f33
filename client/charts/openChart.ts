import type { ECharts } from 'echarts/core'
import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import { GridComponent, MarkPointComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([BarChart, LineChart, CustomChart, GridComponent, MarkPointComponent, CanvasRenderer])

/** An empty chart on a canvas in `box`, with the modules that the charts of this product draw with, by name. */
export function openChart(box: HTMLElement): ECharts {
  const chart = init(box, undefined, { renderer: 'canvas' })
  // Nothing moves in it: by itself it would wake the page for ten more frames after each change.
  chart.getZr().setSleepAfterStill(1)
  return chart
}
