import type { EChartsCoreOption } from 'echarts/core'
import type { SceneTheme } from '../look/sceneTheme.ts'

/** What every chart of a wall has in common: no motion, no legend, no tooltip, the font of numbers. */
export function chartBase(theme: SceneTheme): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { fontFamily: theme.num, color: theme.ink1, fontSize: 16 * theme.scale * theme.textFactor },
  }
}

/** The least round number at or above a count whose half is whole too. */
export function roundMax(count: number): number {
  const ten = 10 ** Math.floor(Math.log10(Math.max(10, count)))
  return [0.4, 0.6, 1, 2, 3, 4, 6, 8, 10].map(step => step * ten).find(round => round >= count)!
}
