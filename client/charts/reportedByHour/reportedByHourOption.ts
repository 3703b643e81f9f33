import type { EChartsCoreOption } from 'echarts/core'
import type { ReportedByHour } from '../../../shared/indicators/rates/reportedByHour.ts'
import type { SceneTheme } from '../../look/sceneTheme.ts'
import { chartBase, roundMax } from '../chartBase.ts'

export interface ReportedByHourWords {
  yesterday: string
  /** Axis label of an hour, 0–23. */
  hour: (hour: number) => string
}

/** Bars today, the running hour hollow; a stepped line for yesterday drawn over them and named directly. */
export function reportedByHourOption(figures: ReportedByHour, theme: SceneTheme, words: ReportedByHourWords): EChartsCoreOption {
  const { scale } = theme
  const text = scale * theme.textFactor
  const max = roundMax(Math.max(...figures.yesterday, ...figures.today.map(count => count ?? 0)))
  const label = { fontSize: 16 * text, fontFamily: theme.sans, color: theme.ink1 }
  return {
    ...chartBase(theme),
    grid: { left: 34 * text, right: 2 * scale, top: 12 * scale, bottom: 28 * text },
    xAxis: {
      type: 'category',
      data: figures.yesterday.map((_, hour) => words.hour(hour)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.line2, width: scale } },
      axisLabel: {
        ...label,
        interval: (hour: number) => isLabelled(hour, figures.running),
        formatter: (text: string, hour: number) => hour === figures.running ? `{now|${text}}` : text,
        rich: { now: { fontSize: 16 * text, fontWeight: 600, fontFamily: theme.sans, color: theme.ink0 } },
      },
    },
    yAxis: {
      type: 'value',
      max,
      interval: max / 2,
      axisLabel: { fontSize: 16 * text, fontFamily: theme.num, color: theme.ink1, margin: 8 * scale },
      splitLine: { lineStyle: { color: theme.line, width: scale } },
    },
    series: [
      {
        id: 'today',
        type: 'bar',
        barCategoryGap: '28%',
        itemStyle: { color: theme.acc },
        data: figures.today.map((count, hour) => hour === figures.running ? { value: count, itemStyle: runningStyle(theme) } : count ?? null),
      },
      {
        id: 'yesterday',
        type: 'line',
        step: 'middle',
        symbol: 'none',
        z: 5,
        lineStyle: { color: theme.ink0, opacity: 0.75, width: 1.8 * scale },
        data: figures.yesterday,
        markPoint: nameYesterday(figures, theme, words.yesterday),
      },
    ],
  }
}

/** Every sixth hour and the running one; the sixth ones nearer than 3 h to it give way. */
export function isLabelled(hour: number, running: number): boolean {
  return hour === running || (hour % 6 === 0 && Math.abs(hour - running) >= 3)
}

function runningStyle(theme: SceneTheme) {
  return { color: theme.accDeep, borderColor: theme.acc, borderType: [3 * theme.scale, 2 * theme.scale], borderWidth: 1.4 * theme.scale }
}

/** The word reaches so many hours to either side. */
const REACH = 3

/** A transparent point that carries the word, where there is room beside the bars: over all that lies below it. */
function nameYesterday({ yesterday, today, running }: ReportedByHour, theme: SceneTheme, text: string) {
  const hour = running < 17 ? Math.min(running + 1 + REACH, 22) : REACH
  const below = [...yesterday.slice(hour - REACH, hour + REACH + 1), ...today.slice(hour - REACH, hour + REACH + 1)].map(count => count ?? 0)
  return {
    silent: true,
    symbol: 'rect',
    symbolSize: 1,
    itemStyle: { color: 'transparent' },
    label: { formatter: text, position: 'top', distance: 4 * theme.scale, fontFamily: theme.sans, fontSize: 16 * theme.scale * theme.textFactor, color: theme.ink0, textBorderColor: theme.sky, textBorderWidth: 3 * theme.scale },
    data: [{ coord: [hour, Math.max(...below)] }],
  }
}
