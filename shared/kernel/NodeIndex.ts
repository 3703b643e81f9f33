import type { RegionCode } from '../words/regionCode.ts'

/** What a node's own row is called among the rows of the regions: a region's row holds what lies below it too. */
const OWN = '.own'

/** Grids and the regions above them as numbers, as a grid index has them. */
interface Grids {
  readonly grids: readonly RegionCode[]
  readonly regions: readonly RegionCode[]
  grid: (code: RegionCode) => number
  region: (code: RegionCode) => number
  chain: (grid: number) => readonly number[]
}

/**
 * Where a thing may belong that need not lie in a grid: each grid, then each region above them, as numbers. A node has entries, bounds and
 * a share of the digest of its own, as a grid has; what counts in a region node counts there and in the regions above.
 */
export class NodeIndex {
  /** Grids first, by their own index; then regions, sorted. */
  readonly codes: readonly RegionCode[]
  /** Rows of counters by index: those of the grid index, then one a region node for what is its own. */
  readonly regions: readonly string[]
  private readonly nodeOf = new Map<RegionCode, number>()
  private readonly rowOf = new Map<string, number>()

  constructor(private readonly index: Grids) {
    const { grids, regions } = index
    const above = regions.filter(code => index.grid(code) < 0)
    this.codes = [...grids, ...above]
    this.regions = [...regions, ...above.map(code => code + OWN)]
    above.forEach((code, at) => {
      this.nodeOf.set(code, grids.length + at)
      this.rowOf.set(code + OWN, regions.length + at)
    })
  }

  /** Index of a node; −1 for one that is not here. */
  node(code: RegionCode | undefined): number {
    return code === undefined ? -1 : this.nodeOf.get(code) ?? this.index.grid(code)
  }

  /** Index of the row of a region, or of a node's own. */
  region(row: string): number {
    return this.rowOf.get(row) ?? this.index.region(row)
  }

  /** The node whose own row this is; −1 for a region's that holds what lies below. */
  ownNode(row: string): number {
    return row.endsWith(OWN) ? this.node(row.slice(0, -OWN.length)) : this.index.grid(row)
  }

  /** Rows that a node counts in, the widest first, its own last. */
  chain(node: number): readonly number[] {
    const { grids, regions } = this.index
    if (node < grids.length)
      return this.index.chain(node)
    const code = this.codes[node]!
    return [...regions.keys()].filter(region => code.startsWith(regions[region]!)).concat(regions.length + node - grids.length)
  }
}
