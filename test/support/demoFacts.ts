import type { Basis } from '../../shared/domain/basis.ts'
import type { DistrictResource } from '../../shared/protocol/districtResource.ts'
import calendar from '../../server/district/demo/data/calendar.json' with { type: 'json' }
import district from '../../server/district/demo/data/district.json' with { type: 'json' }
import limits from '../../server/district/demo/data/limits.json' with { type: 'json' }
import staff from '../../server/district/demo/data/staff.json' with { type: 'json' }
import regions from '../../server/district/demo/data/regions.json' with { type: 'json' }
import gridsText from '../../server/district/demo/data/grids.geojson?raw'
import { calendarFile } from '../../shared/domain/district/calendarFile.ts'
import { districtFile } from '../../shared/domain/district/districtFile.ts'
import { gridsFile } from '../../shared/domain/district/gridsFile.ts'
import { limitsFile } from '../../shared/domain/district/limitsFile.ts'
import { expectedHours } from '../../shared/domain/duty/expectedHours.ts'
import { staffFile } from '../../shared/domain/district/staffFile.ts'
import { regionsFile } from '../../shared/domain/district/regionsFile.ts'

const about = districtFile.parse(district)
const grids = gridsFile.parse(JSON.parse(gridsText)).features

/** The demo district as a screen gets it, for tests without a server, in Node and in the browser. */
export const demoFacts: DistrictResource = {
  ...about,
  version: 'demo',
  zoneMs: 8 * 3_600_000,
  limits: limitsFile.parse(limits).limits,
  calendar: calendarFile.parse(calendar),
  regions: regionsFile.parse(regions).regions,
  grids,
  expected: expectedHours({ ...about, staff: staffFile.parse(staff).staff, grids }),
  posts: {},
}

export const demoBasis: Basis = {
  code: demoFacts.code,
  region: demoFacts.code,
  version: demoFacts.version,
  zoneMs: demoFacts.zoneMs,
  limits: demoFacts.limits,
  calendar: demoFacts.calendar,
  rules: demoFacts.rules,
  grids: demoFacts.grids.map(each => each.properties.code),
}
