import type { DistrictFault } from '../DistrictFault.ts'
import type { ParsedDistrict } from '../parseDistrict.ts'
import { checkBuildings } from './checkBuildings.ts'
import { checkCalendar } from './checkCalendar.ts'
import { checkCodes } from './checkCodes.ts'
import { checkLimits } from './checkLimits.ts'
import { checkNet } from './checkNet.ts'
import { checkOrganisations } from './checkOrganisations.ts'
import { checkRegions } from './checkRegions.ts'
import { checkShapes } from './checkShapes.ts'
import { checkStaff } from './checkStaff.ts'
import { checkWithin } from './checkWithin.ts'
import { checkZone } from './checkZone.ts'

/** What the rows say of each other. What needs a file that is missing is left unasked. */
export function checkParsed({ district, regions, grids, buildings, organisations, staff, limits, calendar }: ParsedDistrict): DistrictFault[] {
  const shapes = grids && checkShapes('grids.geojson', grids.map(({ properties: { code }, geometry }) => ({ code, geometry })))
  const bounds = checkShapes('regions.json', (regions ?? []).flatMap(({ code, boundary }) => boundary ? [{ code, geometry: boundary }] : []))
  const codes = grids && new Set(grids.map(grid => grid.properties.code))
  const places = codes && regions && new Set([...codes, ...regions.map(region => region.code)])
  return [
    ...(district?.map.inset?.regions ?? []).filter(code => regions && !regions.some(region => region.code === code))
      .map((code): DistrictFault => ({ file: 'district.json', code, reason: 'the inset names a division that does not exist' })),
    ...district ? checkZone(district.timeZone) : [],
    ...regions ? checkRegions(regions, district?.code) : [],
    ...bounds.faults,
    ...grids ? checkCodes(grids, regions, district?.code) : [],
    ...shapes?.faults ?? [],
    ...shapes ? checkNet(shapes.lands, bounds.lands.find(land => land.code === district?.code)) : [],
    ...shapes && regions ? checkWithin(shapes.lands, regions, bounds.lands) : [],
    ...buildings ? checkBuildings(buildings, shapes?.lands) : [],
    ...organisations ? checkOrganisations(organisations, places) : [],
    ...staff ? checkStaff(staff, codes) : [],
    ...limits ? checkLimits(limits) : [],
    ...calendar ? checkCalendar(calendar) : [],
  ]
}
