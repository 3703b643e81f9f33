/** Which arrangement of LOOKS a screen gets: 16:9, two screens side by side, three, or upright. */
export type ScreenShape = 'wide' | 'double' | 'triple' | 'tall'

/** Narrowest ratios of width to height at which a picture is arranged as two or three screens of 16:9. */
const DOUBLE = 3.2
const TRIPLE = 4.8

export function screenShape(width: number, height: number): ScreenShape {
  const ratio = width / height
  if (ratio < 1)
    return 'tall'
  return ratio >= TRIPLE ? 'triple' : ratio >= DOUBLE ? 'double' : 'wide'
}

/** Size for which a shape is drawn, px of LOOKS. */
const DRAWN: Record<ScreenShape, { width: number; height: number }> = {
  wide: { width: 1920, height: 1080 },
  double: { width: 3840, height: 1080 },
  triple: { width: 5760, height: 1080 },
  tall: { width: 1080, height: 1920 },
}

const ROOT_PX = 16

/**
 * Root font size in whole px: 16 where the shape is as it was drawn, else by what fits in both directions.
 * @param least a desk is read from near by and does not shrink below 16
 */
export function rootPx(width: number, height: number, least = 8): number {
  const drawn = DRAWN[screenShape(width, height)]
  return Math.max(least, Math.round(ROOT_PX * Math.min(width / drawn.width, height / drawn.height)))
}

/** Factor between a px of LOOKS (1080p) and a px here. */
export function scaleOf(rootFontPx: number): number {
  return rootFontPx / ROOT_PX
}

/** Pictures of several screens hang higher and are read from further away: their body text is larger by this factor. */
export function textFactor(shape: ScreenShape): number {
  return shape === 'double' || shape === 'triple' ? 1.125 : 1
}
