import type { EntryId } from '../../words/entryId.ts'
import type { SosFacts } from './SosCall.ts'

/** The slice as it travels. Arrays by grid follow the basis's grids. */
export interface PatrolPart {
  visitAt: number[]
  /** Newest SOS of each grid, 0 for none; for whoever reads it alone, since it follows from `alarms`. */
  sosAt: number[]
  /** When each worker was last heard in each grid, and whether the patrol ended with that; grid by grid, of each the one heard longest ago first. */
  workers: { worker: string; grid: string; at: number; entry: EntryId; ended?: true }[]
  /** Newest position of each worker in each grid, in the order of `workers`; none where positions travel beside the events. */
  fixes: { worker: string; grid: string; lng: number; lat: number; at: number }[]
  /** Newest SOS of each worker in each grid, ordered as `workers` are. */
  alarms: { worker: string; grid: string; at: number; entry: EntryId }[]
  /** Calls for help, grid by grid, oldest first. */
  calls: SosRecord[]
}

/** A call for help as it travels. */
export interface SosRecord extends Omit<SosFacts, 'grid'> { grid: string }
