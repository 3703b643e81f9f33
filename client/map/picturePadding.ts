import type { MapEngineOptions } from './MapEngine.ts'
import type { PictureOptions } from './PictureOptions.ts'

/** Pixels kept free: nearer, the legend at the left needs its own. */
export function picturePadding({ dense, theme: { scale } }: Pick<PictureOptions, 'dense' | 'theme'>, near: boolean): MapEngineOptions['padding'] {
  const [top, right, bottom, left] = dense ? [16, 16, 16, 16] : near ? [40, 30, 56, 144] : [14, 26, 14, 26]
  return { top: top * scale, right: right * scale, bottom: bottom * scale, left: left * scale }
}
