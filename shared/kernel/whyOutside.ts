import type { Refusal } from '../events/refusal.ts'
import type { Located } from './Located.ts'
import type { Placer } from './Placer.ts'
import { noSuchGrid } from './noSuchGrid.ts'
import { outside } from './outside.ts'

/** Why the place that an event's data gives lies outside the district, if it does: of a point and a grid the point counts. */
export function whyOutside({ grid, place, lng, lat, datum }: Located, placer: Placer): Refusal | undefined {
  const point = place ?? (lng !== undefined && lat !== undefined ? { lng, lat, datum } : undefined)
  if (!point)
    return noSuchGrid(grid, placer)
  const standard = placer.toWgs84(point)
  return placer.locate(standard.lng, standard.lat) === undefined ? outside(place ? 'data.place' : 'data.lng') : undefined
}
