import type { StaffMember } from '../../../shared/domain/district/staffFile.ts'
import type { DistrictFault } from '../DistrictFault.ts'
import { repeated } from './repeated.ts'

const file = 'staff.json'

/** The staff chain: ids and devices once each, every person in a grid that exists. Names nobody. */
export function checkStaff(staff: readonly StaffMember[], grids: ReadonlySet<string> | undefined): DistrictFault[] {
  const devices = new Set(repeated(staff.flatMap(person => person.device ?? [])))
  const ids = new Set(repeated(staff.map(person => person.id)))
  return staff.flatMap(({ id, grid, device }): DistrictFault[] => [
    ...ids.has(id) ? [`duplicate id ${id}: another person has it too`] : [],
    ...device !== undefined && devices.has(device) ? [`duplicate device ${device} of ${id}: another person has it too`] : [],
    ...grids && !grids.has(grid) ? [`${id} is in grid ${grid}, which does not exist`] : [],
  ].map(reason => ({ file, code: grid, reason })))
}
