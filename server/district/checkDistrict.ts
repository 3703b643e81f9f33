import { checkParsed } from './check/checkParsed.ts'
import type { DistrictFault } from './DistrictFault.ts'
import { parseDistrict } from './parseDistrict.ts'
import type { RawDistrict } from './readDistrictDir.ts'

/** Every fault of a district's files at once. Pure; never throws, whatever the files hold. */
export function checkDistrict(files: RawDistrict['files']): DistrictFault[] {
  const { parsed, faults } = parseDistrict(files)
  return [...faults, ...checkParsed(parsed)]
}
