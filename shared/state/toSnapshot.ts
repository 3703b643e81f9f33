import type { GridStatusRecord, IncidentRecord, Snapshot } from './Snapshot.ts'
import type { State } from './State.ts'
import type { Alarm } from '../families/patrol/PatrolSlice.ts'
import { isEnded } from '../domain/stages.ts'
import { compareEntryIds } from '../words/entryId.ts'
import { FOLD_VERSION } from './foldVersion.ts'
import { isNewer } from '../families/patrol/isNewer.ts'

/** The whole state as plain JSON; equal states give equal snapshots. `incidents` may be left out by whoever writes them apart. */
export function toSnapshot(state: State, incidents: IncidentRecord[] = incidentRecords(state)): Snapshot {
  const { basis, index, incident } = state
  return {
    fold: FOLD_VERSION,
    basis,
    incident: {
      incidents,
      hours: Object.fromEntries(index.regions.flatMap((code, region) => {
        const rows = incident.hours.rows[region]!
        const newest = incident.hours.newest[region]!
        return newest > 0
          ? [[code, { newest, rows: Object.fromEntries([...rows].sort(([a], [b]) => a - b).map(([hour, row]) => [hour, [...row]])) }]]
          : []
      })),
      days: Object.fromEntries(index.regions.flatMap((code, region) => {
        const newest = incident.days.newest[region]!
        return newest > 0
          ? [[code, { newest, rows: Object.fromEntries([...incident.days.rows[region]!].sort(([a], [b]) => a - b).map(([day, row]) => [day, sparse(row)])) }]]
          : []
      })),
    },
    patrol: patrolRecords(state),
    gridStatus: statusRecords(state),
  }
}

function incidentRecords({ basis, incident }: State): IncidentRecord[] {
  // Matters that ended stand grid by grid in the order in which they will leave; the others as they were reported.
  const order = new Map<string, number>()
  let place = 0
  for (const { id } of incident.ended.flat()) {
    const known = incident.incidents.get(id)
    // One that was reopened has left a place behind that means nothing.
    if (known && isEnded(known.stage))
      order.set(id, place++)
  }
  return [...incident.incidents.values()]
    .map(each => ({ ...each, grid: basis.grids[each.grid]! }))
    .sort((a, b) => (order.get(a.id) ?? -1) - (order.get(b.id) ?? -1) || compareEntryIds(a.openedEntry, b.openedEntry))
}

function sparse(row: Int32Array): number[] {
  return [...row].flatMap((amount, column) => amount > 0 ? [column, amount] : [])
}

function statusRecords({ basis, gridStatus }: State): GridStatusRecord[] {
  return gridStatus.flatMap((status, grid) => {
    const { onDuty, devices, ...rest } = status
    if (!rest.dutyAt && !rest.modeAt && !rest.riskAt && !rest.counted && devices.size === 0)
      return []
    return [{
      ...rest,
      grid: basis.grids[grid]!,
      onDuty: [...onDuty].map(([worker, duty]) => ({ worker, ...duty })),
      devices: [...devices].map(([device, health]) => ({ device, ...health })),
    }]
  })
}

function patrolRecords({ basis, patrol }: State): Snapshot['patrol'] {
  const inOrder = <M extends Alarm>(marks: ReadonlyMap<string, M>) => [...marks.values()].sort((a, b) => isNewer(a, b) ? 1 : -1)
  const heard = patrol.byGrid.flatMap(inOrder)
  return {
    visitAt: [...patrol.visitAt],
    sosAt: [...patrol.sosAt],
    workers: heard.map(({ worker, grid, at, entry, ended }) => ({ worker, grid: basis.grids[grid]!, at, entry, ...(ended && { ended }) })),
    fixes: heard.filter(({ fixAt }) => fixAt > 0).map(({ worker, grid, lng, lat, fixAt }) => ({ worker, grid: basis.grids[grid]!, lng, lat, at: fixAt })),
    alarms: patrol.alarmsByGrid.flatMap(inOrder).map(({ worker, grid, at, entry }) => ({ worker, grid: basis.grids[grid]!, at, entry })),
  }
}
