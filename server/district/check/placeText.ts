import type { Position } from '../geometry/Rings.ts'

/** Degrees to five decimals, about a metre. */
export function placeText([lng, lat]: Position): string {
  return `${lng.toFixed(5)}, ${lat.toFixed(5)}`
}
