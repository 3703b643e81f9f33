import type { IncidentGround } from './IncidentGround.ts'
import type { IncidentPart, IncidentRecord } from './IncidentPart.ts'
import { writeRows } from '../../kernel/counters/writeRows.ts'
import { isEnded } from '../../domain/stages.ts'
import { compareEntryIds } from '../../words/entryId.ts'

/** The slice as plain JSON; `bare` leaves the incidents out. */
export function writeIncidents(ground: IncidentGround, bare: boolean): IncidentPart {
  const { index, incident } = ground
  return {
    incidents: bare ? [] : incidentRecords(ground),
    hours: writeRows(index.regions, incident.hours, 'full'),
    days: writeRows(index.regions, incident.days, 'sparse'),
  }
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
