import type { DeskResource } from '../../../../shared/protocol/desk/deskResource.ts'
import type { GridCode, RegionCode } from '../../../../shared/words/regionCode.ts'
import type { ActionOption } from './ActionField.ts'
import { isWithin, regionChain } from '../../../../shared/words/regionCode.ts'

/** The units of the district, nearest to a grid first: its own, its community's, its town's, the banner's departments, then all others. @param nameOf what a region is called */
export function unitOptions({ units }: Pick<DeskResource, 'units'>, grid: GridCode, nameOf: (region: RegionCode) => string): ActionOption[] {
  const chain = regionChain(grid)
  const rank = (region: RegionCode) => isWithin(grid, region) ? chain.length - chain.indexOf(region) : chain.length + 1
  return units
    .map(({ unit, region }) => ({ value: unit, label: unit, note: nameOf(region), rank: rank(region) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ rank: _, ...option }) => option)
}
