import type { GridIndex } from '../GridIndex.ts'

/**
 * Counters per region and span of local time, an hour or a day (law 4). An event counts in its own span, at its grid and every
 * region above; rows leave by the region's own newest entry, so that any scope drops the same rows.
 */
export class Counters<C extends string> {
  /** By region index: span → row of the columns. */
  readonly rows: Map<number, Int32Array>[]
  /** By region index: newest span of an entry. */
  readonly newest: Int32Array

  private readonly position: ReadonlyMap<C, number>

  /** `kept`: so many spans are kept of each region, back from the newest that an entry of the log brought it. */
  constructor(private readonly index: Pick<GridIndex, 'regions' | 'region' | 'chain'>, columns: readonly C[], private readonly kept: number) {
    this.position = new Map(columns.map((column, at) => [column, at]))
    this.rows = index.regions.map(() => new Map())
    this.newest = new Int32Array(index.regions.length)
  }

  /** Moves the clock of a grid and the regions above it; calls `gone` for each row that leaves the grid itself. */
  advance(grid: number, span: number, gone: (span: number, row: Int32Array) => void): void {
    const chain = this.index.chain(grid)
    const own = chain[chain.length - 1]!
    for (const region of chain) {
      if (span <= this.newest[region]!)
        continue
      this.newest[region] = span
      for (const [old, row] of this.rows[region]!) {
        if (old > span - this.kept)
          continue
        this.rows[region]!.delete(old)
        if (region === own)
          gone(old, row)
      }
    }
  }

  /** Counts at a grid and above. False, and nothing counted, if the span has already left the grid. */
  count(grid: number, span: number, column: number, amount = 1): boolean {
    const chain = this.index.chain(grid)
    if (span <= this.newest[chain[chain.length - 1]!]! - this.kept)
      return false
    for (const region of chain) {
      // A region above moves faster than its grids: there the span may have left already.
      if (span > this.newest[region]! - this.kept)
        this.row(region, span)[column]! += amount
    }
    return true
  }

  /** Sum of a column over the spans `from` … `to` (both included) of a region; 0 for a region that is not here. */
  sum(region: string, column: C, from: number, to: number): number {
    const rows = this.rows[this.index.region(region)]
    const at = this.position.get(column)!
    let sum = 0
    for (let span = from; rows && span <= to; span++)
      sum += rows.get(span)?.[at] ?? 0
    return sum
  }

  /** First span that anything of a region is held of; undefined for one without any. */
  oldest(region: string): number | undefined {
    const spans = [...this.rows[this.index.region(region)]?.keys() ?? []]
    return spans.length > 0 ? Math.min(...spans) : undefined
  }

  /** Position of a column in a row. */
  columnOf(column: C): number {
    return this.position.get(column)!
  }

  /** The row of a region's span, made if there is none. */
  row(region: number, span: number): Int32Array {
    const rows = this.rows[region]!
    let row = rows.get(span)
    if (!row)
      rows.set(span, row = new Int32Array(this.position.size))
    return row
  }
}
