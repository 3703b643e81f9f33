import type { Pixel } from '../MapEngine.ts'
import type { OverlayView } from './OverlayLayer.ts'

/** Whether any of what reaches `reach` pixels around a place is seen. */
export function isWithinView({ x, y }: Pixel, { width, height }: Pick<OverlayView, 'width' | 'height'>, reach: number): boolean {
  return x > -reach && y > -reach && x < width + reach && y < height + reach
}
