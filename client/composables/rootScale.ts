/** Which arrangement of LOOKS a screen gets: 16:9, two screens side by side, three, or upright. */
export type ScreenShape = 'wide' | 'double' | 'triple' | 'tall'

export function screenShape(width: number, height: number): ScreenShape {
  const ratio = width / height
  if (ratio < 1)
    return 'tall'
  return ratio >= 4.4 ? 'triple' : ratio >= 2.7 ? 'double' : 'wide'
}

const ROOT_PX = 16

/**
 * Root font size in whole px: 16 at 1080p. By height; upright by width; on screens narrower than 16:9 by what fits.
 */
export function rootPx(width: number, height: number): number {
  const scale = width < height
    ? Math.min(width / 1080, height / 1920)
    : Math.min(height / 1080, width / 1920)
  return Math.max(8, Math.round(ROOT_PX * scale))
}

/** Factor between a px of LOOKS (1080p) and a px here. */
export function scaleOf(rootFontPx: number): number {
  return rootFontPx / ROOT_PX
}
