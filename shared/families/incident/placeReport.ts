import type { Placer } from '../../kernel/Placer.ts'
import type { Refusal } from '../../events/refusal.ts'
import type { IncidentEvent } from './IncidentEvent.ts'
import { noSuchGrid } from '../../kernel/noSuchGrid.ts'
import { outside } from '../../kernel/outside.ts'

/** A report's point becomes WGS 84 and gives its grid (R4); what is recalled names its grid; nothing else of this stream has a place. */
export function placeReport(event: IncidentEvent, placer: Placer): Refusal | undefined {
  if (event.type === 'incident.recalled')
    return noSuchGrid(event.data.grid, placer)
  if (event.type !== 'incident.reported')
    return undefined
  const { data } = event
  if (!data.place)
    return noSuchGrid(data.grid, placer)
  data.place = placer.toWgs84(data.place)
  data.grid = placer.locate(data.place.lng, data.place.lat)
  return data.grid === undefined ? outside('data.place') : undefined
}
