import type { RegionCode } from '../../shared/words/regionCode.ts'
import type { DistrictResource } from '../../shared/protocol/districtResource.ts'
import { isWithin, regionChain } from '../../shared/words/regionCode.ts'

/** Region one step nearer to a grid than `region`; where the grid lies elsewhere, the region beside that holds it. */
export function towards(region: RegionCode, grid: string): RegionCode {
  const chain = regionChain(grid)
  return isWithin(grid, region)
    ? chain.find(each => each.length > region.length) ?? grid
    : chain.find(each => each.length >= region.length) ?? grid
}

/** Regions and grids one level below a region, in the order of their codes; those without a grid are left out. */
export function partsOf({ grids }: Pick<DistrictResource, 'grids'>, region: RegionCode): RegionCode[] {
  const codes = grids.flatMap(({ properties: { code } }) => isWithin(code, region) && code !== region ? [towards(region, code)] : [])
  return [...new Set(codes)].sort()
}

/** The region `by` places on among those of the same parent, round and round; itself where it has no parent. */
export function besides(district: Pick<DistrictResource, 'code' | 'grids'>, region: RegionCode, by: 1 | -1): RegionCode {
  const parent = regionChain(region).at(-2)
  if (!parent || !isWithin(parent, district.code))
    return region
  const parts = partsOf(district, parent)
  return parts.at((parts.indexOf(region) + by) % parts.length) ?? region
}
