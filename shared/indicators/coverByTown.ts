import type { State } from '../projection/State.ts'
import type { RegionCode } from '../words/regionCode.ts'
import type { DistrictFacts } from './DistrictFacts.ts'
import type { Cover } from './onDutyCover.ts'
import { gridsWithin } from './gridsWithin.ts'
import { coverByGrid } from './onDutyCover.ts'

export interface TownCover {
  region: RegionCode
  urban: boolean
  covered: number
  grids: number
  /** One of each grid: covered first, then without signal, then without anybody, so that holes stand at the end. */
  cells: { code: string; cover: Cover }[]
}

const ORDER: Record<Cover, number> = { 'covered': 0, 'no-signal': 1, 'nobody': 2 }

/**
 * 各街镇在岗, subdistricts first, then by number of grids. Formula: as `onDutyCover`, for each town, sumu and subdistrict that
 * has grids. Window: this moment. Source: streams `grid-status` and `patrol`.
 */
export function coverByTown(state: State, region: RegionCode, now: number, facts: DistrictFacts): TownCover[] {
  const cover = coverByGrid(state, now, facts)
  return facts.regions
    .filter(each => each.code.length === 9 && each.code.startsWith(region.slice(0, 9)))
    .map(({ code, kind }) => {
      const cells = gridsWithin(state, code)
        .map(grid => ({ code: state.basis.grids[grid]!, cover: cover[grid]!.cover }))
        .sort((a, b) => ORDER[a.cover] - ORDER[b.cover])
      return { region: code, urban: kind === 'subdistrict', covered: cells.filter(each => each.cover === 'covered').length, grids: cells.length, cells }
    })
    .filter(each => each.grids > 0)
    .sort((a, b) => Number(b.urban) - Number(a.urban) || b.grids - a.grids)
}
