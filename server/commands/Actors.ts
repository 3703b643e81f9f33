import type { Actor } from '../../shared/domain/duty/Actor.ts'
import type { District } from '../../shared/domain/district/District.ts'
import type { StaffMember } from '../../shared/domain/district/staffFile.ts'
import { actorOf } from '../../shared/domain/duty/actorOf.ts'

/** Who may give commands, by the data set: the seats of the duty shift, the staff, and units. */
export class Actors {
  private readonly staff: ReadonlyMap<string, StaffMember>

  constructor(private readonly district: Pick<District, 'seats' | 'staff'>) {
    this.staff = new Map(district.staff.map(person => [person.id, person]))
  }

  find(id: string): Actor | undefined {
    return actorOf(id, { seats: this.district.seats, staff: each => this.staff.get(each) })
  }
}
