import type { GridGeometry } from '../../../shared/domain/district/gridsFile.ts'

export type Position = [number, number]

/** All rings of a polygon or of several, closed or open; a point is inside if a ray from it meets them an odd number of times. */
export type Rings = Position[][]

export function polygonsOf(geometry: GridGeometry): Rings[] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

export function signedArea(ring: Position[]): number {
  const [ox, oy] = ring[0] ?? [0, 0]
  let sum = 0
  let before = ring.at(-1) ?? [0, 0]
  for (const point of ring) {
    sum += (before[0] - ox) * (point[1] - oy) - (point[0] - ox) * (before[1] - oy)
    before = point
  }
  return sum / 2
}
