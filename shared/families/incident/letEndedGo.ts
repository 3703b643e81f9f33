import type { EntryId } from '../../words/entryId.ts'
import type { IncidentGround } from './IncidentGround.ts'
import type { Incident } from './Incident.ts'
import { ENTITY } from '../../kernel/entity.ts'
import { isEnded } from '../../domain/stages.ts'
import { entryMs } from '../../words/entryId.ts'
import { hourOf } from '../../words/time/hour.ts'
import { hashIncident } from './hashIncident.ts'
import { ENDED_KEPT_MS } from './IncidentSlice.ts'

/** Whether a matter ended so long before an entry that this entry's time makes it leave. */
export function isToLeave({ stage, endedEntry }: Incident, entry: EntryId): boolean {
  return isEnded(stage) && entryMs(endedEntry!) < entryMs(entry) - ENDED_KEPT_MS
}

/** Moves a grid's clock to an entry: matters that ended long before it, and rows of old hours, leave. O(1) over time. */
export function letEndedGo(state: IncidentGround, grid: number, entry: EntryId): void {
  const { incident: slice, digest, basis } = state
  const now = entryMs(entry)
  const ended = slice.ended[grid]!
  while (ended[0] && ended[0].entryMs < now - ENDED_KEPT_MS) {
    const { id, entryMs: endedMs } = ended.shift()!
    const incident = slice.incidents.get(id)
    // Reopened meanwhile, perhaps ended again: then a later place in the queue is the true one.
    if (!incident || !isEnded(incident.stage) || entryMs(incident.endedEntry!) !== endedMs)
      continue
    hashIncident(digest, -1, incident)
    slice.incidents.delete(id)
  }
  slice.hours.advance(grid, hourOf(now, basis.zoneMs), (hour, row) => {
    row.forEach((times, column) => times > 0 && digest.put(grid, -1, ENTITY.hourRow, [hour, column], times))
  })
  slice.days.advance(grid, Math.floor(hourOf(now, basis.zoneMs) / 24), (day, row) => {
    row.forEach((amount, column) => amount > 0 && digest.put(grid, -1, ENTITY.dayRow, [day, column], amount))
  })
}
