import type { GridIndex } from '../GridIndex.ts'
import { CATEGORIES } from '../../words/category.ts'
import { LEVELS } from '../../words/level.ts'

/** Counters of an hour, in this order in every row. */
export const COLUMNS = [
  'reported',
  ...CATEGORIES.map(category => `reported.${category}` as const),
  ...LEVELS.map(level => `closed.${level}` as const),
  'closedOnTime',
  ...LEVELS.map(level => `escalated.${level}` as const),
  'returned',
] as const

export type Column = (typeof COLUMNS)[number]

/** Hours kept of each region, back from the newest that an entry of the log brought it. */
const HOURS_KEPT = 72

const columnIndex = new Map<Column, number>(COLUMNS.map((column, index) => [column, index]))

/**
 * Counters per region and local hour (law 4). An event counts in its own hour, at its grid and every region above; rows
 * leave by the region's own newest entry, so that any scope drops the same rows.
 */
export class HourCounters {
  /** By region index: hour → row of {@link COLUMNS}. */
  readonly rows: Map<number, Int32Array>[]
  /** By region index: newest hour of an entry. */
  readonly newest: Int32Array

  constructor(private readonly index: GridIndex) {
    this.rows = index.regions.map(() => new Map())
    this.newest = new Int32Array(index.regions.length)
  }

  /** Moves the clock of a grid and the regions above it; calls `gone` for each row that leaves the grid itself. */
  advance(grid: number, hour: number, gone: (hour: number, row: Int32Array) => void): void {
    const chain = this.index.chain(grid)
    const own = chain[chain.length - 1]!
    for (const region of chain) {
      if (hour <= this.newest[region]!)
        continue
      this.newest[region] = hour
      for (const [old, row] of this.rows[region]!) {
        if (old > hour - HOURS_KEPT)
          continue
        this.rows[region]!.delete(old)
        if (region === own)
          gone(old, row)
      }
    }
  }

  /** Counts one at a grid and above. False, and nothing counted, if the hour has already left the grid. */
  count(grid: number, hour: number, column: number): boolean {
    const chain = this.index.chain(grid)
    if (hour <= this.newest[chain[chain.length - 1]!]! - HOURS_KEPT)
      return false
    for (const region of chain) {
      // A region above moves faster than its grids: there the hour may have left already.
      if (hour > this.newest[region]! - HOURS_KEPT)
        this.row(region, hour)[column]!++
    }
    return true
  }

  /** Sum of a column over the hours `from` … `to` (both included) of a region; 0 for a region that is not here. */
  sum(region: string, column: Column, from: number, to: number): number {
    const rows = this.rows[this.index.region(region)]
    const at = columnIndex.get(column)!
    let sum = 0
    for (let hour = from; rows && hour <= to; hour++)
      sum += rows.get(hour)?.[at] ?? 0
    return sum
  }

  private row(region: number, hour: number): Int32Array {
    const rows = this.rows[region]!
    let row = rows.get(hour)
    if (!row)
      rows.set(hour, row = new Int32Array(COLUMNS.length))
    return row
  }
}

/** Position of a column in a row. */
export function columnOf(column: Column): number {
  return columnIndex.get(column)!
}
