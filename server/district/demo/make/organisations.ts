import type { Organisation } from '../../../../shared/domain/district/organisationsFile.ts'
import type { DemoGrid } from './DemoGrid.ts'
import { isCommunity, isSubdistrict } from './Divisions.ts'
import type { Divisions } from './Divisions.ts'

/** Communities and gachas are staffed by day; towns and the banner always. */
const BY_DAY = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '20:00' }]

/** The organisation chain: a committee for each town and each community or gacha, and a Party branch for each grid. */
export function organisations(divisions: Divisions, grids: DemoGrid[]): Organisation[] {
  const ids = new Map<string, string>()
  const add = (kind: Organisation['kind'], region: string, zh: string, above?: string): Organisation => {
    const id = `O${String(ids.size + 1).padStart(4, '0')}`
    ids.set(region, id)
    const parent = above === undefined ? undefined : ids.get(above)
    return { id, kind, names: { zh }, ...parent === undefined ? {} : { parent }, region, ...kind === 'communityCommittee' ? { shifts: BY_DAY } : {} }
  }
  return [
    ...divisions.regions.map(town => add('workingCommittee', town.code, `${town.name}${isSubdistrict(town) ? '党工委' : '党委'}`)),
    ...divisions.regions.flatMap(town => town.units.map(unit => add('communityCommittee', unit.code, `${unit.name}${isCommunity(unit) ? '党委' : '党总支'}`, town.code))),
    ...grids.map(({ units: [home], feature: { properties } }) => add('partyBranch', properties.code, `${properties.names.zh}党支部`, home.code)),
  ]
}
