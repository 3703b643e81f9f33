import type { Placer } from '../../kernel/Placer.ts'
import type { Refusal } from '../../events/refusal.ts'
import type { PatrolEvent } from './PatrolEvent.ts'
import { noSuchGrid } from '../../kernel/noSuchGrid.ts'
import { outside } from '../../kernel/outside.ts'
import { placeOfSos } from './placeOfSos.ts'

/** A device's id becomes its worker's (R5), a point WGS 84 and gives the grid (R4), a patrol that starts or ends nowhere does so in the worker's own grid (F22). */
export function placePatrol(event: PatrolEvent, placer: Placer): Refusal | undefined {
  event.subject = placer.workerOf(event.subject)
  switch (event.type) {
    case 'patrol.heard': return undefined
    case 'patrol.sos': return placeSos(event, placer)
    case 'patrol.position': {
      const { lng, lat } = toStandard(event.data, placer)!
      event.data.grid = placer.locate(lng, lat)
      return event.data.grid === undefined ? outside('data.lng') : undefined
    }
    case 'patrol.started':
    case 'patrol.ended':
      event.data.grid ??= placer.gridOf(event.subject)
      return noSuchGrid(event.data.grid, placer)
    default: return noSuchGrid(event.data.grid, placer)
  }
}

/** Whoever calls for help is heard wherever they are. */
function placeSos({ subject, data }: PatrolEvent & { type: 'patrol.sos' }, placer: Placer): Refusal | undefined {
  const point = toStandard(data, placer)
  const found = placeOfSos(subject, { point, grid: data.grid }, placer)
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
function toStandard(data: { lng?: number | undefined; lat?: number | undefined; datum?: 'wgs84' | 'gcj02' | undefined }, placer: Placer): { lng: number; lat: number } | undefined {
  if (data.lng === undefined || data.lat === undefined)
    return undefined
  const { lng, lat } = placer.toWgs84({ lng: data.lng, lat: data.lat, datum: data.datum })
  data.lng = lng
  data.lat = lat
  if (data.datum !== undefined)
    delete data.datum
  return { lng, lat }
}
