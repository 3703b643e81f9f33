import type { Counters } from './Counters.ts'
import type { IncidentGround } from './IncidentGround.ts'
import type { IncidentPart, IncidentRecord, Rows } from './IncidentPart.ts'
import { isEnded } from '../../domain/stages.ts'
import { compareEntryIds } from '../../words/entryId.ts'

/** The slice as plain JSON; `bare` leaves the incidents out. */
export function writeIncidents(ground: IncidentGround, bare: boolean): IncidentPart {
  const { index, incident } = ground
  return {
    incidents: bare ? [] : incidentRecords(ground),
    hours: rowsOf(index.regions, incident.hours, row => [...row]),
    days: rowsOf(index.regions, incident.days, sparse),
  }
}

function rowsOf<C extends string>(regions: readonly string[], { newest, rows }: Counters<C>, write: (row: Int32Array) => number[]): Rows {
  return Object.fromEntries(regions.flatMap((code, region) => newest[region]! > 0
    ? [[code, { newest: newest[region]!, rows: Object.fromEntries([...rows[region]!].sort(([a], [b]) => a - b).map(([span, row]) => [span, write(row)])) }]]
    : []))
}

function incidentRecords({ basis, incident }: IncidentGround): IncidentRecord[] {
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
