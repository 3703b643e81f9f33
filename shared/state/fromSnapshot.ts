import type { Snapshot } from './Snapshot.ts'
import type { State } from './State.ts'
import { entryMs } from '../words/entryId.ts'
import { isEnded } from '../domain/stages.ts'
import { emptyState } from './emptyState.ts'
import { hashDevice, hashDuty, hashStatus } from '../families/gridStatus/hashGridStatus.ts'
import { HOUR_ROW } from '../families/incident/countHour.ts'
import { DAY_ROW } from '../families/incident/countTime.ts'
import { hashIncident } from '../families/incident/hashIncident.ts'
import { hear } from '../families/patrol/hear.ts'
import { raiseAlarm } from '../families/patrol/raiseAlarm.ts'
import { raiseVisit } from '../families/patrol/raiseVisit.ts'

/** The state of a snapshot, with its digest computed anew. The snapshot is not kept nor changed. */
export function fromSnapshot(snapshot: Snapshot): State {
  const state = emptyState(snapshot.basis)
  readIncidents(state, snapshot.incident)
  readPatrol(state, snapshot.patrol)
  readGridStatus(state, snapshot.gridStatus)
  return state
}

function readIncidents(state: State, { incidents, hours, days }: Snapshot['incident']): void {
  const { incident: slice, index, digest } = state
  for (const record of incidents) {
    const grid = index.grid(record.grid)
    const incident = { ...record, grid }
    slice.incidents.set(incident.id, incident)
    hashIncident(digest, 1, incident)
    if (isEnded(incident.stage))
      slice.ended[grid]!.push({ id: incident.id, entryMs: entryMs(incident.endedEntry!) })
    else
      slice.open[grid]!++
  }
  // The order in which matters ended, also where a reopened one left a stale place behind.
  for (const queue of slice.ended)
    queue.sort((a, b) => a.entryMs - b.entryMs)
  for (const [code, { newest, rows }] of Object.entries(hours)) {
    const region = index.region(code)
    const grid = index.grid(code)
    slice.hours.newest[region] = newest
    for (const [hour, row] of Object.entries(rows)) {
      slice.hours.rows[region]!.set(Number(hour), Int32Array.from(row))
      if (grid >= 0)
        row.forEach((times, column) => times > 0 && digest.put(grid, 1, HOUR_ROW, [Number(hour), column], times))
    }
  }
  readDays(state, days)
}

function readDays({ incident: slice, index, digest }: State, days: Snapshot['incident']['days']): void {
  for (const [code, { newest, rows }] of Object.entries(days)) {
    const region = index.region(code)
    const grid = index.grid(code)
    slice.days.newest[region] = newest
    for (const [day, pairs] of Object.entries(rows)) {
      const row = slice.days.row(region, Number(day))
      for (let i = 0; i < pairs.length; i += 2) {
        row[pairs[i]!] = pairs[i + 1]!
        if (grid >= 0)
          digest.put(grid, 1, DAY_ROW, [Number(day), pairs[i]!], pairs[i + 1])
      }
    }
  }
}

function readPatrol(state: State, { visitAt, workers, fixes, alarms }: Snapshot['patrol']): void {
  const { index, patrol: { byGrid } } = state
  const touched = [] as number[]
  visitAt.forEach((at, grid) => raiseVisit(state, grid, at, touched))
  for (const { worker, grid, at, entry, ended } of workers)
    hear(state, worker, index.grid(grid), at, entry, ended === true, touched)
  for (const { worker, grid, lng, lat, at } of fixes)
    Object.assign(byGrid[index.grid(grid)]!.get(worker)!, { lng, lat, fixAt: at })
  for (const { worker, grid, at, entry } of alarms)
    raiseAlarm(state, worker, index.grid(grid), at, entry, touched)
}

function readGridStatus({ gridStatus, index, digest }: State, records: Snapshot['gridStatus']): void {
  for (const { grid: code, onDuty, devices, ...rest } of records) {
    const grid = index.grid(code)
    const status = Object.assign(gridStatus[grid]!, rest)
    for (const { worker, ...duty } of onDuty) {
      status.onDuty.set(worker, duty)
      hashDuty(digest, 1, grid, duty)
    }
    for (const { device, ...health } of devices) {
      status.devices.set(device, health)
      hashDevice(digest, 1, grid, health)
    }
    hashStatus(digest, 1, grid, status)
  }
}
