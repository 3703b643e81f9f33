import type { WanggeEvent } from '../../shared/state/event.ts'
import type { Refusal } from '../../shared/events/refusal.ts'
import type { GridCode } from '../../shared/words/regionCode.ts'
import type { Places } from '../district/Places.ts'
import { placeOfSos } from '../district/placeOfSos.ts'
import { toWgs84 } from '../district/toWgs84.ts'

/**
 * Puts a freshly decoded event into its grid, in place: points become WGS 84 and give `data.grid`, a device's id becomes
 * its worker's (R4, R5), a patrol that starts or ends nowhere does so in the worker's own grid (F22). Answers why it cannot be placed, if so.
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
  switch (event.type) {
    case 'patrol.heard': return undefined
    case 'patrol.sos': return placeSos(event, places)
    case 'patrol.position': {
      const { lng, lat } = toStandard(event.data)!
      event.data.grid = places.locate(lng, lat)
      return event.data.grid === undefined ? outside('data.lng') : undefined
    }
    case 'patrol.started':
    case 'patrol.ended':
      event.data.grid ??= places.gridOf(event.subject)
      return knownGrid(event.data.grid, places)
    default: return knownGrid(event.data.grid, places)
  }
}

/** Whoever calls for help is heard wherever they are. */
function placeSos({ subject, data }: WanggeEvent & { type: 'patrol.sos' }, places: Places): Refusal | undefined {
  const point = toStandard(data)
  const found = placeOfSos(subject, { point, grid: data.grid }, places)
  if (!found)
    return point ? outside('data.lng') : { reason: 'outside-district', path: 'data.grid', message: 'Give grid, or lng and lat: the roster knows no grid for this worker.' }
  data.grid = found.grid
  if (found.by === 'point')
    delete data.placed
  else if (found.by === 'roster')
    data.placed = 'roster'
  return undefined
}

/** Makes the point of a fix WGS 84, in place; undefined if it has none. */
function toStandard(data: { lng?: number | undefined; lat?: number | undefined; datum?: 'wgs84' | 'gcj02' | undefined }): { lng: number; lat: number } | undefined {
  if (data.lng === undefined || data.lat === undefined)
    return undefined
  const { lng, lat } = toWgs84({ lng: data.lng, lat: data.lat, datum: data.datum })
  data.lng = lng
  data.lat = lat
  if (data.datum !== undefined)
    delete data.datum
  return { lng, lat }
}

function knownGrid(grid: GridCode | undefined, places: Places): Refusal | undefined {
  return grid === undefined || places.has(grid)
    ? undefined
    : { reason: 'outside-district', path: 'data.grid', message: 'There is no such grid in this district.' }
}

function outside(path: string): Refusal {
  return { reason: 'outside-district', path, message: 'The point lies in no grid of this district; give degrees, longitude as lng and latitude as lat.' }
}
