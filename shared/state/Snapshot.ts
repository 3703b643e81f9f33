import type { Basis } from '../domain/basis.ts'
import type { EntryId } from '../words/entryId.ts'
import type { RegionCode } from '../words/regionCode.ts'
import type { Device, GridStatus, OnDuty } from '../families/gridStatus/GridStatusSlice.ts'
import type { Incident } from '../families/incident/Incident.ts'

/** An incident as it travels: its grid by code. */
export type IncidentRecord = Omit<Incident, 'grid'> & { grid: string }

/** Status of one grid as it travels; grids without any are left out. */
export type GridStatusRecord = Omit<GridStatus, 'onDuty' | 'devices'> & {
  grid: string
  onDuty: (OnDuty & { worker: string })[]
  devices: (Device & { device: string })[]
}

/** A state as plain JSON: what `GET /api/v1/state` and a checkpoint carry. Arrays follow the basis's grids. */
export interface Snapshot {
  fold: string
  basis: Basis
  incident: {
    incidents: IncidentRecord[]
    /** Region → newest hour of an entry, and rows by hour. */
    hours: Record<RegionCode, { newest: number; rows: Record<string, number[]> }>
    /** The same by local day; a row holds the columns that are not 0, each followed by its amount. */
    days: Record<RegionCode, { newest: number; rows: Record<string, number[]> }>
  }
  patrol: {
    visitAt: number[]
    /** Newest SOS of each grid, 0 for none; for whoever reads it alone, since it follows from `alarms`. */
    sosAt: number[]
    /** When each worker was last heard in each grid, and whether the patrol ended with that; grid by grid, of each the one heard longest ago first. */
    workers: { worker: string; grid: string; at: number; entry: EntryId; ended?: true }[]
    /** Newest position of each worker in each grid, in the order of `workers`; none where positions travel beside the events. */
    fixes: { worker: string; grid: string; lng: number; lat: number; at: number }[]
    /** Newest SOS of each worker in each grid, ordered as `workers` are. */
    alarms: { worker: string; grid: string; at: number; entry: EntryId }[]
  }
  gridStatus: GridStatusRecord[]
}
