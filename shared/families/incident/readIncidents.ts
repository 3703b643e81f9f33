import type { IncidentGround } from './IncidentGround.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { IncidentPart } from './IncidentPart.ts'
import { readRows } from '../../kernel/counters/readRows.ts'
import { ENTITY } from '../../kernel/entity.ts'
import { isEnded } from '../../domain/stages.ts'
import { entryMs } from '../../words/entryId.ts'
import { hashIncident } from './hashIncident.ts'

/** Fills an empty slice from what {@link writeIncidents} wrote, with its digest. */
export function readIncidents(ground: IncidentGround, { incidents, hours, days }: IncidentPart): void {
  const { incident: slice, index, digest } = ground
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
  const into = (kind: typeof ENTITY.hourRow | typeof ENTITY.dayRow) => (code: RegionCode, span: number, column: number, amount: number) => {
    const grid = index.grid(code)
    if (grid >= 0)
      digest.put(grid, 1, kind, [span, column], amount)
  }
  const regionOf = (code: RegionCode) => index.region(code)
  readRows(regionOf, slice.hours, hours, 'full', into(ENTITY.hourRow))
  readRows(regionOf, slice.days, days, 'sparse', into(ENTITY.dayRow))
}
