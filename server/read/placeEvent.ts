import type { WanggeEvent } from '../../shared/events/event.ts'
import type { Refusal } from '../../shared/events/refusal.ts'
import type { GridCode } from '../../shared/words/regionCode.ts'
import type { Places } from '../district/Places.ts'
import { toWgs84 } from '../district/toWgs84.ts'

/**
 * Puts a freshly decoded event into its grid, in place: points become WGS 84 and give `data.grid`, a device's id becomes
 * its worker's (R4, R5). Answers why it cannot be placed, if so.
 */
export function placeEvent(event: WanggeEvent, places: Places): Refusal | undefined {
  switch (event.stream) {
    case 'incident':
      return event.type === 'incident.reported' ? placeReport(event, places) : undefined
    case 'patrol':
      event.subject = places.workerOf(event.subject)
      return placePatrol(event, places)
    case 'grid-status':
      return undefined
  }
}

function placeReport({ data }: WanggeEvent & { type: 'incident.reported' }, places: Places): Refusal | undefined {
  if (!data.place)
    return knownGrid(data.grid, places)
  data.place = toWgs84(data.place)
  data.grid = places.locate(data.place.lng, data.place.lat)
  return data.grid === undefined ? outside('data.place') : undefined
}

function placePatrol(event: WanggeEvent & { stream: 'patrol' }, places: Places): Refusal | undefined {
  if ((event.type !== 'patrol.position' && event.type !== 'patrol.sos') || event.data.lng === undefined || event.data.lat === undefined)
    return knownGrid(event.data.grid, places)
  const { data } = event
  const { lng, lat } = toWgs84({ lng: event.data.lng, lat: event.data.lat, datum: data.datum })
  data.lng = lng
  data.lat = lat
  if (data.datum !== undefined)
    delete data.datum
  data.grid = places.locate(lng, lat)
  return data.grid === undefined ? outside('data.lng') : undefined
}

function knownGrid(grid: GridCode | undefined, places: Places): Refusal | undefined {
  return grid === undefined || places.has(grid)
    ? undefined
    : { reason: 'outside-district', path: 'data.grid', message: 'There is no such grid in this district.' }
}

function outside(path: string): Refusal {
  return { reason: 'outside-district', path, message: 'The point lies in no grid of this district; give degrees, longitude as lng and latitude as lat.' }
}
