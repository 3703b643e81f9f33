import type { District } from '../district/District.ts'
import type { StaffMember } from '../district/staffFile.ts'
import { unitsOf } from './unitsOf.ts'

/** Who can hold a matter, by the data set: the units that it lists, and its staff. */
export class Holders {
  private readonly units: ReadonlySet<string>
  private readonly staff: ReadonlyMap<string, StaffMember>

  constructor(district: Pick<District, 'code' | 'desk' | 'regions' | 'grids' | 'staff'>) {
    this.units = new Set(unitsOf(district).map(({ unit }) => unit))
    this.staff = new Map(district.staff.map(person => [person.id, person]))
  }

  /** Where a district lists no unit at all nothing can be said, and any name is one. */
  isUnit(name: string): boolean {
    return this.units.size === 0 || this.units.has(name)
  }

  person(id: string): StaffMember | undefined {
    return this.staff.get(id)
  }
}
