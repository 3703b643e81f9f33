import type { GridCode, RegionCode } from '../words/regionCode.ts'
import { regionChain } from '../words/regionCode.ts'
import { CodeTable } from './CodeTable.ts'
import { NodeIndex } from './NodeIndex.ts'

/** Grids and the regions above them as numbers, for typed arrays. Grids come first as in the basis, regions are sorted by code. */
export class GridIndex {
  readonly regions: readonly RegionCode[]
  /** Grids and regions above as places to which a thing may belong. */
  readonly nodes: NodeIndex
  private readonly gridOf: CodeTable
  private readonly regionOf = new Map<RegionCode, number>()
  private readonly chains: readonly (readonly number[])[]

  /** Regions above `region` are left out: a part of a district cannot know them. */
  constructor(readonly grids: readonly GridCode[], region: RegionCode) {
    const chain = (code: GridCode) => regionChain(code).filter(each => each.startsWith(region))
    this.regions = [...new Set(grids.flatMap(chain))].sort()
    this.regions.forEach((code, index) => this.regionOf.set(code, index))
    this.gridOf = new CodeTable(grids)
    this.chains = grids.map(code => chain(code).map(each => this.regionOf.get(each)!))
    this.nodes = new NodeIndex(this)
  }

  /** Index of a grid, −1 if it is not one of this state's. */
  grid(code: GridCode | undefined): number {
    return code === undefined ? -1 : this.gridOf.get(code)
  }

  region(code: RegionCode): number {
    return this.regionOf.get(code) ?? -1
  }

  /** Region indices that hold a grid, banner first, the grid itself last. */
  chain(grid: number): readonly number[] {
    return this.chains[grid]!
  }
}
