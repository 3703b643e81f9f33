import type { District } from '../../shared/domain/district/District.ts'
import { expectedHours } from '../../shared/domain/duty/expectedHours.ts'
import { checkParsed } from './check/checkParsed.ts'
import { DistrictError } from './DistrictError.ts'
import { parseDistrict } from './parseDistrict.ts'
import type { ParsedDistrict } from './parseDistrict.ts'
import { readDistrictDir } from './readDistrictDir.ts'

/** Reads, parses and checks a district's folder; grids come sorted by code. Throws a `DistrictError` naming the first fault. */
export async function loadDistrict(dir: string): Promise<District> {
  const raw = await readDistrictDir(dir)
  const { parsed, faults } = parseDistrict(raw.files)
  const all = [...raw.faults, ...faults, ...checkParsed(parsed)]
  const [first] = all
  if (first || !isWhole(parsed))
    throw new DistrictError(dir, first ?? { reason: 'a file is missing' }, all)
  const { district, grids, ...files } = parsed
  const expected = expectedHours({ ...district, ...files, grids })
  return { ...district, ...files, expected, version: raw.version, grids: [...grids].sort((a, b) => a.properties.code < b.properties.code ? -1 : 1) }
}

type Whole = { [Key in keyof ParsedDistrict]: NonNullable<ParsedDistrict[Key]> }

function isWhole(parsed: ParsedDistrict): parsed is Whole {
  return Object.values(parsed).every(part => part !== undefined)
}
