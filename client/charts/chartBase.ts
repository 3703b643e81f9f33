import type { EChartsCoreOption } from 'echarts/core'
import type { SceneTheme } from '../composables/sceneTheme.ts'

/** What every chart of a wall has in common: no motion, no legend, no tooltip, the font of numbers. */
export function chartBase(theme: SceneTheme): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { fontFamily: theme.num, color: theme.ink1, fontSize: 16 * theme.scale },
  }
}

/** A round number at or above a count, even, so that half of it is whole too. */
export function roundMax(count: number): number {
  const least = Math.max(4, count)
  const step = 10 ** Math.floor(Math.log10(least)) / 5
  return Math.ceil(least / (2 * step)) * 2 * step
}
