import type { Basis } from './basis.ts'
import type { District } from './district/District.ts'
import { zoneOffsetMs } from './zoneOffsetMs.ts'

/** Takes from a district what a fold depends on. */
export function basisOf(district: District): Basis {
  const { code, version, timeZone, grids, limits, calendar, rules } = district
  return { code, region: code, version, zoneMs: zoneOffsetMs(timeZone), grids: grids.map(grid => grid.properties.code), limits, calendar, rules }
}
