import type { Router } from 'express'
import type { District } from '../../../shared/domain/district/District.ts'
import type { DeskResource } from '../../../shared/protocol/deskResource.ts'
import { idOfSeat } from '../../../shared/domain/duty/idOfSeat.ts'
import { Body } from '../Body.ts'
import { deskOnly } from '../deskOnly.ts'
import { only } from '../only.ts'

/** `GET /api/v1/desk?audience=desk`: who may act, and what the district has given its desk; the same for as long as its version is (N1). */
export function getDesk(router: Router, district: District): void {
  const body = new Body(Buffer.from(JSON.stringify(toResource(district))), `"desk-${district.version}"`, 'private, no-cache')
  const route = router.route('/api/v1/desk')
  route.get(async (request, response) => {
    if (deskOnly(request, response))
      await body.send(request, response)
  })
  only(route, 'GET', 'HEAD')
}

function toResource({ version, seats, staff, desk }: District): DeskResource {
  return {
    version,
    seats: seats.map((seat, i) => ({ ...seat, id: idOfSeat(seat, i) })),
    staff,
    units: desk?.units ?? [],
    checklists: desk?.checklists ?? {},
    reportTo: desk?.reportTo ?? [],
  }
}
