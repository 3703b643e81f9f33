import type { GridGeometry } from '../../../shared/domain/district/gridsFile.ts'
import { polygonsOf } from '../geometry/Rings.ts'
import type { Position } from '../geometry/Rings.ts'

/** `swapped`: latitude came first. `away`: neither order gives a place in China. */
export type Axes = 'right' | 'swapped' | 'away'

/** Longitudes of China (73 to 136) and its latitudes (3 to 54) do not meet, so the order shows by itself. */
export function axesOf(points: readonly Position[]): Axes {
  const isRight = ([x, y]: Position) => x >= 73 && x <= 136 && y >= 3 && y <= 54
  if (points.every(isRight))
    return 'right'
  return points.every(([x, y]) => isRight([y, x])) ? 'swapped' : 'away'
}

export function pointsOf(geometry: GridGeometry): Position[] {
  return polygonsOf(geometry).flat(2)
}

export function swap(geometry: GridGeometry): GridGeometry {
  const turn = (rings: Position[][]) => rings.map(ring => ring.map(([x, y]): Position => [y, x]))
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: turn(geometry.coordinates) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map(turn) }
}
