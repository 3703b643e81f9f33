import type { IncidentGround } from './IncidentGround.ts'
import type { IncidentPart, Rows } from './IncidentPart.ts'
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
  readHours(ground, hours)
  readDays(ground, days)
}

function readHours({ incident: slice, index, digest }: IncidentGround, hours: Rows): void {
  for (const [code, { newest, rows }] of Object.entries(hours)) {
    const region = index.region(code)
    const grid = index.grid(code)
    slice.hours.newest[region] = newest
    for (const [hour, row] of Object.entries(rows)) {
      slice.hours.rows[region]!.set(Number(hour), Int32Array.from(row))
      if (grid >= 0)
        row.forEach((times, column) => times > 0 && digest.put(grid, 1, ENTITY.hourRow, [Number(hour), column], times))
    }
  }
}

function readDays({ incident: slice, index, digest }: IncidentGround, days: Rows): void {
  for (const [code, { newest, rows }] of Object.entries(days)) {
    const region = index.region(code)
    const grid = index.grid(code)
    slice.days.newest[region] = newest
    for (const [day, pairs] of Object.entries(rows)) {
      const row = slice.days.row(region, Number(day))
      for (let i = 0; i < pairs.length; i += 2) {
        row[pairs[i]!] = pairs[i + 1]!
        if (grid >= 0)
          digest.put(grid, 1, ENTITY.dayRow, [Number(day), pairs[i]!], pairs[i + 1])
      }
    }
  }
}
