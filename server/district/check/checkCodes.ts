import type { GridFeature } from '../../../shared/domain/district/gridsFile.ts'
import type { Region } from '../../../shared/domain/district/regionsFile.ts'
import { regionAt } from '../../../shared/words/regionCode.ts'
import { gridCode } from '../../../shared/words/codes.ts'
import type { DistrictFault } from '../DistrictFault.ts'
import { repeated } from './repeated.ts'

const file = 'grids.geojson'

/** Grid codes: 15 digits, once each, under a division that exists; members: gachas of the same town, each in one grid. */
export function checkCodes(grids: readonly GridFeature[], regions: readonly Region[] | undefined, county: string | undefined): DistrictFault[] {
  const known = regions && new Map(regions.map(region => [region.code, region]))
  const faults: DistrictFault[] = repeated(grids.map(grid => grid.properties.code)).map(code => ({ file, code, reason: 'duplicate code: another grid has it too' }))
  for (const { properties: { code, members } } of grids) {
    const add = (reason: string) => faults.push({ file, code, reason })
    if (!gridCode.safeParse(code).success) {
      add('bad code: a grid code has 15 digits, such as 152921402001001')
      continue
    }
    if (county !== undefined && !code.startsWith(county))
      add(`bad code: does not begin with the district's ${county}`)
    else if (known && !known.has(regionAt(code, 'community')))
      add(`missing parent: no division ${regionAt(code, 'community')} in regions.json`)
    for (const member of members) {
      if (known && known.get(member)?.kind !== 'gacha')
        add(`member ${member} is no gacha of regions.json`)
      else if (!member.startsWith(regionAt(code, 'town')))
        add(`member ${member} belongs to another town`)
    }
  }
  const twice = new Set(repeated(grids.flatMap(grid => grid.properties.members)))
  for (const { properties: { code, members } } of grids) {
    for (const member of members.filter(each => twice.has(each)))
      faults.push({ file, code, reason: `member ${member} is joined by another grid too` })
  }
  return faults
}
