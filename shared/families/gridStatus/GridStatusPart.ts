import type { Device, GridStatus, OnDuty } from './GridStatusSlice.ts'

/** Status of one grid as it travels; grids without any are left out. */
export type GridStatusRecord = Omit<GridStatus, 'onDuty' | 'devices'> & {
  grid: string
  onDuty: (OnDuty & { worker: string })[]
  devices: (Device & { device: string })[]
}

/** The slice as it travels. */
export type GridStatusPart = GridStatusRecord[]
