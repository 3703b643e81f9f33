import type { Region } from '../../../shared/domain/district/regionsFile.ts'
import type { DistrictFault } from '../DistrictFault.ts'
import { axesOf } from './axes.ts'
import { repeated } from './repeated.ts'

const file = 'regions.json'

const LENGTHS: Record<Region['kind'], number> = { banner: 6, town: 9, sumu: 9, subdistrict: 9, community: 12, gacha: 12 }

/** Divisions: once each, code length as the kind wants, parent there, inside the district, seat with longitude first. */
export function checkRegions(regions: readonly Region[], county: string | undefined): DistrictFault[] {
  const codes = new Set(regions.map(region => region.code))
  const faults: DistrictFault[] = repeated(regions.map(region => region.code)).map(code => ({ file, code, reason: 'duplicate code: another division has it too' }))
  for (const { code, kind, seat } of regions) {
    const add = (reason: string) => faults.push({ file, code, reason })
    if (code.length !== LENGTHS[kind])
      add(`bad code: a ${kind} has ${LENGTHS[kind]} digits`)
    if (county !== undefined && !code.startsWith(county))
      add(`bad code: does not begin with the district's ${county}`)
    else if (code.length > 6 && !codes.has(code.slice(0, -3)))
      add(`missing parent: no division ${code.slice(0, -3)} in regions.json`)
    if (seat && axesOf([seat]) === 'swapped')
      add('axes swapped: the seat has latitude before longitude')
  }
  if (county !== undefined && !codes.has(county))
    faults.push({ file, code: county, reason: 'the district itself is missing' })
  return faults
}
