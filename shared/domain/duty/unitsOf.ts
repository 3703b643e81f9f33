import type { District } from '../district/District.ts'
import type { RegionCode } from '../../words/regionCode.ts'

/** A unit, and the region that it belongs to: the banner for a department. */
export interface PlacedUnit {
  unit: string
  region: RegionCode
}

/** Every unit that the district lists: its own, then those that each town, community and grid has, named by its name, such as 王府街道司法所. */
export function unitsOf({ code, desk, regions, grids }: Pick<District, 'code' | 'desk' | 'regions' | 'grids'>): PlacedUnit[] {
  const { units = [], townUnits = [], communityUnits = [], gridUnits = [] } = desk ?? {}
  return [
    ...units.map(unit => ({ unit, region: code })),
    ...regions.flatMap(({ code: region, names }) => (region.length === TOWN_DIGITS ? townUnits : region.length === COMMUNITY_DIGITS ? communityUnits : []).map(kind => ({ unit: names.zh + kind, region }))),
    ...grids.flatMap(({ properties: { code: region, names } }) => gridUnits.map(kind => ({ unit: names.zh + kind, region }))),
  ]
}

const TOWN_DIGITS = 9
const COMMUNITY_DIGITS = 12
