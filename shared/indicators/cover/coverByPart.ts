import type { RegionCode } from '../../words/regionCode.ts'
import type { Indicator } from '../Indicator.ts'
import type { Cover } from './onDutyCover.ts'
import { regionChain } from '../../words/regionCode.ts'
import { gridsWithin } from './gridsWithin.ts'
import { coverByGrid } from './onDutyCover.ts'

export interface PartCover {
  region: RegionCode
  /** A subdistrict of the town proper, which has many grids. */
  urban: boolean
  covered: number
  /** 应在: of how many somebody is expected, or is there. */
  expected: number
  grids: number
  /** One of each grid: covered first, then without signal, absent, off the roster. */
  cells: { code: string; cover: Cover }[]
}

const ORDER: Record<Cover, number> = { 'covered': 0, 'no-signal': 1, 'absent': 2, 'off-roster': 3 }

/**
 * 各部分在岗: of a district its towns, of a town its communities, of a community its grids, of a grid itself; those that have
 * grids, subdistricts first, then by number of grids, then by code. Formula: as `onDutyCover` for each. Window: this moment. Source:
 * streams `grid-status` and `patrol`.
 */
export const coverByPart: Indicator<'coverByPart', PartCover[]> = {
  id: 'coverByPart',
  streams: ['grid-status', 'patrol'],
  window: 'now',
  due: 'apart',
  measure(state, region, now, facts) {
    const cover = coverByGrid(state, now, facts)
    const subdistricts = new Set(facts.regions.filter(({ kind }) => kind === 'subdistrict').map(({ code }) => code))
    const parts = new Map<RegionCode, PartCover>()
    for (const grid of gridsWithin(state, region)) {
      const code = state.basis.grids[grid]!
      const own = regionChain(code).find(each => each.length > region.length) ?? code
      let part = parts.get(own)
      if (!part)
        parts.set(own, part = { region: own, urban: subdistricts.has(own), covered: 0, expected: 0, grids: 0, cells: [] })
      part.grids++
      part.covered += Number(cover[grid]!.cover === 'covered')
      part.expected += Number(cover[grid]!.cover !== 'off-roster')
      part.cells.push({ code, cover: cover[grid]!.cover })
    }
    for (const { cells } of parts.values())
      cells.sort((a, b) => ORDER[a.cover] - ORDER[b.cover])
    return [...parts.values()].sort((a, b) => Number(b.urban) - Number(a.urban) || b.grids - a.grids || (a.region < b.region ? -1 : 1))
  },
  figures: parts => [{ word: 'count', value: parts.reduce((sum, { covered }) => sum + covered, 0) }, { word: 'expected', value: parts.reduce((sum, { expected }) => sum + expected, 0) }],
  list: { kind: 'table', table: 'towns' },
}
