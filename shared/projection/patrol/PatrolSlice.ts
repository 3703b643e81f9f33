import type { GridIndex } from '../GridIndex.ts'

/** Last entry about a worker on patrol. */
export interface OnPatrol {
  /** Index of the grid. */
  grid: number
  at: number
  /** Of the worker's alias, for the digest. */
  hash: number
}

/** A worker's position, WGS 84 degrees. */
export interface Fix {
  lng: number
  lat: number
  at: number
}

/** At most this many workers are remembered a grid; the one heard longest ago leaves. */
export const WORKERS_KEPT = 200

/** Folded from the stream `patrol` alone. Of two entries about one worker the later in the log holds, so that every scope agrees. */
export interface PatrolSlice {
  /** Newest visit of each grid, epoch ms; 0 for none. */
  readonly visitAt: Float64Array
  /** Newest SOS raised in each grid, epoch ms; 0 for none. */
  readonly sosAt: Float64Array
  /** Workers on patrol. */
  readonly workers: Map<string, OnPatrol>
  /** The same workers by grid, the one heard longest ago first. */
  readonly byGrid: readonly Set<string>[]
  /** Newest positions, outside the digest; they reach clients beside the events. */
  readonly fixes: Map<string, Fix>
}

export function emptyPatrolSlice(index: GridIndex): PatrolSlice {
  return {
    visitAt: new Float64Array(index.grids.length),
    sosAt: new Float64Array(index.grids.length),
    workers: new Map(),
    byGrid: index.grids.map(() => new Set<string>()),
    fixes: new Map(),
  }
}
