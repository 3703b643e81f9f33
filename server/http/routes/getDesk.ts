import type { Addresses } from '../Addresses.ts'
import type { District } from '../../../shared/domain/district/District.ts'
import type { DeskResource } from '../../../shared/protocol/desk/deskResource.ts'
import { unitsOf } from '../../../shared/domain/duty/unitsOf.ts'
import { masked } from '../../../shared/words/contact.ts'
import { idOfSeat } from '../../../shared/domain/duty/idOfSeat.ts'
import { Body } from '../bodies/Body.ts'

/** `GET /api/v1/desk?audience=desk`: who may act, and what the district has given its desk; the same for as long as its version is (N1). */
export function getDesk(addresses: Addresses, district: District): void {
  const body = new Body(Buffer.from(JSON.stringify(toResource(district))), `"desk-${district.version}"`, 'private, no-cache')
  addresses.add('/api/v1/desk', { GET: async (request, response) => {
    await body.send(request, response)
  } })
}

function toResource(district: District): DeskResource {
  const { version, seats, staff, desk } = district
  return {
    version,
    seats: seats.map((seat, i) => ({ ...seat, id: idOfSeat(seat, i) })),
    staff: staff.map(({ phone, ...person }) => ({ ...person, ...(phone !== undefined && { phone: masked('phone', phone) }) })),
    units: unitsOf(district),
    checklists: desk?.checklists ?? {},
    reportTo: desk?.reportTo ?? [],
  }
}
