import type { Post } from '../../words/post.ts'
import type { Role } from '../../words/role.ts'
import type { District } from '../district/District.ts'
import type { Actor } from './Actor.ts'
import { idOfSeat } from './idOfSeat.ts'

const UNIT = 'unit:'

const ROLE_OF: Record<Post, Role> = {
  gridLeader: 'gridLeader',
  gridWorker: 'gridWorker',
  buildingHead: 'helper',
  centreHousehold: 'helper',
  volunteer: 'helper',
}

/**
 * Who stands behind an id: a seat of the duty shift, a member of the staff, or `unit:` and a unit's name. Undefined for
 * anybody else; the engine is nobody's id here.
 */
export function actorOf(id: string, { seats, staff }: Pick<District, 'seats'> & { staff: (id: string) => { post: Post; grid: string } | undefined }): Actor | undefined {
  const seat = seats.find((each, i) => idOfSeat(each, i) === id)
  if (seat)
    return { id, role: seat.role }
  if (id.startsWith(UNIT) && id.length > UNIT.length)
    return { id, role: 'unit', unit: id.slice(UNIT.length) }
  const person = staff(id)
  return person && { id, role: ROLE_OF[person.post], grid: person.grid }
}
