import type { Refusal } from '../../events/refusal.ts'
import type { Located } from '../../kernel/Located.ts'
import type { Placer } from '../../kernel/Placer.ts'
import { whyOutside } from '../../kernel/whyOutside.ts'
import { placeOfSos } from './placeOfSos.ts'

/** Why an event of a patrol that comes in lies outside the district, if it does. An SOS does only where nobody knows who or where it is. */
export function isPatrolOutside(type: string, subject: string, data: Located, placer: Placer): Refusal | undefined {
  if (type !== 'patrol.sos')
    return whyOutside(data, placer)
  const { grid, lng, lat, datum } = data
  const point = lng !== undefined && lat !== undefined ? placer.toWgs84({ lng, lat, datum }) : undefined
  return placeOfSos(subject, { point, grid }, placer)
    ? undefined
    : { reason: 'outside-district', path: 'data.grid', message: 'Give grid, or lng and lat of a point in this district: the roster knows no grid for this worker.' }
}
