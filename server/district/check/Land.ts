import type { GridGeometry } from '../../../shared/domain/district/gridsFile.ts'
import type { Box } from '../geometry/boxOf.ts'
import { boxOf } from '../geometry/boxOf.ts'
import { polygonsOf, signedArea } from '../geometry/Rings.ts'
import type { Position, Rings } from '../geometry/Rings.ts'

/** A grid's or region's land made ready to compare: rings open, land on the left of every edge. */
export interface Land {
  code: string
  rings: Rings
  box: Box
  /** False: its border crosses itself, so that inside and outside mean nothing. */
  sound: boolean
}

/** About a decimetre, in degrees: nearer is the same place. */
export const TOLERANCE = 1e-6

export function landOf(code: string, geometry: GridGeometry): Land {
  const rings = polygonsOf(geometry).flatMap(([outer = [], ...holes]) => [directed(outer, 1), ...holes.map(hole => directed(hole, -1))]).filter(ring => ring.length > 2)
  return { code, rings, box: boxOf(rings), sound: rings.length > 0 }
}

function directed(ring: Position[], sign: 1 | -1): Position[] {
  const open = ring.filter((point, i) => {
    const next = ring[(i + 1) % ring.length]
    return next && (next[0] !== point[0] || next[1] !== point[1])
  })
  return Math.sign(signedArea(open)) === -sign ? open.reverse() : open
}
