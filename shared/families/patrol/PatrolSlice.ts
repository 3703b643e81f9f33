import type { EntryId } from '../../words/entryId.ts'
import type { GridIndex } from '../../kernel/GridIndex.ts'
import type { Lanes } from '../../kernel/GridDigest.ts'
import type { SosCall } from './SosCall.ts'

/** Something of a worker in a grid, by the phone's own time; with its share of the digest. */
interface Mark extends Lanes {
  readonly worker: string
  /** Index of the grid. */
  readonly grid: number
  /** Epoch ms. */
  at: number
  entry: EntryId
}

/** The last that was heard of a worker in a grid, and the newest position there. */
export interface Heard extends Mark {
  /** The patrol ended with it. */
  ended: boolean
  /** WGS 84 degrees, outside the digest: positions reach clients beside the events. */
  lng: number
  lat: number
  /** When that was measured; 0 for no position. */
  fixAt: number
}

/** The newest SOS of a worker in a grid. */
export type Alarm = Mark

/** A worker as heard of anywhere in this state. */
export interface Worker {
  /** Of `heard`, the newest: the place where the worker is. */
  newest: Heard
  /** One for each grid where the worker was heard. */
  readonly heard: Heard[]
}

/** At most this many workers are remembered a grid; the one heard longest ago leaves. */
export const WORKERS_KEPT = 200

/** At most this many workers' alarms are remembered a grid; the oldest leaves. */
export const ALARMS_KEPT = 50

/** At most this many calls for help are remembered a grid, one a worker. */
export const CALLS_KEPT = 50

/**
 * Folded from the stream `patrol` alone. What holds of a worker in a grid is the newest by the phone's own time, in whatever order it
 * arrived. Kept for each grid by itself, so that a screen that sees one region has the same; where somebody is follows from all of them.
 */
export interface PatrolSlice {
  /** Newest visit of each grid, epoch ms; 0 for none. */
  readonly visitAt: Float64Array
  /** Newest SOS in each grid, epoch ms; 0 for none. Follows from `alarms`. */
  readonly sosAt: Float64Array
  readonly workers: Map<string, Worker>
  /** The same by grid. */
  readonly byGrid: readonly Map<string, Heard>[]
  /** Of each worker the newest SOS. Follows from `alarmsByGrid`. */
  readonly alarms: Map<string, Alarm>
  readonly alarmsByGrid: readonly Map<string, Alarm>[]
  /** Calls for help by their id. Follows from `callsByGrid`. */
  readonly calls: Map<string, SosCall>
  /** Of each worker the newest in each grid. */
  readonly callsByGrid: readonly Map<string, SosCall>[]
}

export function emptyPatrolSlice(index: GridIndex): PatrolSlice {
  return {
    visitAt: new Float64Array(index.grids.length),
    sosAt: new Float64Array(index.grids.length),
    workers: new Map(),
    byGrid: index.grids.map(() => new Map<string, Heard>()),
    alarms: new Map(),
    alarmsByGrid: index.grids.map(() => new Map<string, Alarm>()),
    calls: new Map(),
    callsByGrid: index.grids.map(() => new Map<string, SosCall>()),
  }
}
