import type { GridStatusEvent } from './GridStatusEvent.ts'
import type { GridDigest } from '../../kernel/GridDigest.ts'
import type { Device, GridStatus } from './GridStatusSlice.ts'
import { assertNever } from '../../words/assertNever.ts'
import { hashDevice, hashDuty } from './hashGridStatus.ts'
import { epochOf } from '../../words/time/time.ts'

/** At most this many devices are remembered a grid; the one heard longest ago leaves. */
export const DEVICES_KEPT = 32

/** The change itself; duty and devices keep their own share of the digest. */
export function applyStatus(digest: GridDigest, grid: number, status: GridStatus, event: GridStatusEvent): void {
  const at = epochOf(event.time)
  switch (event.type) {
    case 'grid-status.duty.on': {
      const { worker, post } = event.data
      const before = status.onDuty.get(worker)
      if (before)
        hashDuty(digest, -1, grid, before)
      const now = { post, since: before?.since ?? at, entry: before?.entry ?? event.entry }
      status.onDuty.set(worker, now)
      hashDuty(digest, 1, grid, now)
      status.dutyAt = at
      return
    }
    case 'grid-status.duty.off': {
      const { worker } = event.data
      hashDuty(digest, -1, grid, status.onDuty.get(worker)!)
      status.onDuty.delete(worker)
      status.dutyAt = at
      return
    }
    case 'grid-status.population.counted': {
      const { households, residents, special } = event.data
      status.counted = { households, residents, at }
      if (special)
        status.special = special
      return
    }
    case 'grid-status.risk.changed':
      status.risk = event.data.risk
      status.riskAt = at
      return
    case 'grid-status.grid.opened':
      setMode(status, 'opened', at)
      return
    case 'grid-status.grid.controlled':
      setMode(status, 'controlled', at)
      return
    case 'grid-status.grid.closed':
      setMode(status, 'closed', at)
      return
    case 'grid-status.device.health':
      putDevice(digest, grid, status, event.data.device, { health: event.data.health, at, entry: event.entry })
      return
    default:
      assertNever(event)
  }
}

function setMode(status: GridStatus, mode: GridStatus['mode'], at: number): void {
  status.mode = mode
  status.modeAt = at
}

function putDevice(digest: GridDigest, grid: number, status: GridStatus, device: string, now: Device): void {
  const { devices } = status
  const before = devices.get(device)
  if (before) {
    hashDevice(digest, -1, grid, before)
    devices.delete(device)
  }
  else if (devices.size >= DEVICES_KEPT) {
    const [oldest, gone] = devices.entries().next().value!
    hashDevice(digest, -1, grid, gone)
    devices.delete(oldest)
  }
  devices.set(device, now)
  hashDevice(digest, 1, grid, now)
}
