import type { EventType } from '../../shared/state/eventTypes.ts'
import type { Refusal } from '../../shared/events/refusal.ts'
import type { Places } from '../district/Places.ts'
import { placeOfSos } from '../district/placeOfSos.ts'
import { toWgs84 } from '../district/toWgs84.ts'

export interface Located {
  grid?: string | undefined
  place?: { lng: number; lat: number; datum?: 'wgs84' | 'gcj02' | undefined } | undefined
  lng?: number | undefined
  lat?: number | undefined
  datum?: 'wgs84' | 'gcj02' | undefined
}

/** Why an event lies outside the district, if it does; told at once, so that its sender can correct it. */
export function isOutside(type: EventType, subject: string, data: Located, places: Places): Refusal | undefined {
  const { grid, place, lng, lat, datum } = data
  if (type === 'patrol.sos')
    return isSosNowhere(subject, data, places)
  const point = place ?? (lng !== undefined && lat !== undefined ? { lng, lat, datum } : undefined)
  if (point) {
    const { lng, lat } = toWgs84(point)
    return places.locate(lng, lat) === undefined
      ? { reason: 'outside-district', path: place ? 'data.place' : 'data.lng', message: 'The point lies in no grid of this district; give degrees, longitude as lng and latitude as lat.' }
      : undefined
  }
  if (grid !== undefined && !places.has(grid))
    return { reason: 'outside-district', path: 'data.grid', message: 'There is no such grid in this district.' }
  if (type.startsWith('grid-status.') && !places.has(subject))
    return { reason: 'outside-district', path: 'subject', message: 'The subject is the code of a grid of this district.' }
  return undefined
}

function isSosNowhere(subject: string, { grid, lng, lat, datum }: Located, places: Places): Refusal | undefined {
  const point = lng !== undefined && lat !== undefined ? toWgs84({ lng, lat, datum }) : undefined
  return placeOfSos(subject, { point, grid }, places)
    ? undefined
    : { reason: 'outside-district', path: 'data.grid', message: 'Give grid, or lng and lat of a point in this district: the roster knows no grid for this worker.' }
}
