import type { DeskView } from './deskAddress.ts'
import type { QueueRow } from './QueueRow.ts'
import { DESK_VIEWS } from './deskAddress.ts'
import { compareRows } from './QueueRow.ts'

/** Beyond so many changes at once all of them are merged in by one pass. */
const ONE_BY_ONE = 64

/**
 * Open matters in the order of their limits, and of each view how many it holds. A few changes cost a search and a shift of one
 * array each, however many rows there are; many at once, one pass over them all.
 */
export class QueueOrder {
  private readonly rows = new Map<string, QueueRow>()
  private readonly counted: Record<DeskView, number> = { due: 0, undispatched: 0, unowned: 0, returned: 0, supervised: 0, reports: 0, mine: 0 }
  private shown: QueueRow[] = []

  /**
   * @param passes whether a row is shown
   * @param isIn whether a view holds it, for the counts
   */
  constructor(private passes: (row: QueueRow) => boolean, private readonly isIn: (view: DeskView, row: QueueRow) => boolean) {}

  /** Rows that are shown, in order; changed in place. */
  get order(): readonly QueueRow[] {
    return this.shown
  }

  /** Of all rows, shown or not. */
  get counts(): Readonly<Record<DeskView, number>> {
    return this.counted
  }

  get(id: string): QueueRow | undefined {
    return this.rows.get(id)
  }

  all(): IterableIterator<QueueRow> {
    return this.rows.values()
  }

  /** Other rows altogether. */
  reset(rows: Iterable<QueueRow>): void {
    this.rows.clear()
    for (const view of DESK_VIEWS)
      this.counted[view] = 0
    for (const row of rows) {
      this.rows.set(row.id, row)
      this.count(row, 1)
    }
    this.narrow(this.passes)
  }

  /** Shows others of the same rows. */
  narrow(passes: (row: QueueRow) => boolean): void {
    this.passes = passes
    this.shown = [...this.rows.values()].filter(passes).sort(compareRows)
  }

  /** What became of some: a row, or undefined for one that is there no more. */
  change(changes: ReadonlyMap<string, QueueRow | undefined>): void {
    const gone: QueueRow[] = []
    const come: QueueRow[] = []
    for (const [id, row] of changes) {
      const before = this.rows.get(id)
      if (before) {
        this.count(before, -1)
        this.rows.delete(id)
        if (this.passes(before))
          gone.push(before)
      }
      if (row) {
        this.count(row, 1)
        this.rows.set(id, row)
        if (this.passes(row))
          come.push(row)
      }
    }
    if (gone.length + come.length > ONE_BY_ONE)
      return this.merge(gone, come)
    for (const row of gone)
      this.take(row)
    for (const row of come)
      this.shown.splice(this.placeOf(row), 0, row)
  }

  /** Place at which a row stands, or would stand. */
  placeOf(row: QueueRow): number {
    return firstPlace(this.shown, each => compareRows(each, row) >= 0)
  }

  /** Place of the first row that is not grave and unsigned, and whose clock ends at `due` or later, epoch ms. */
  firstDueFrom(due: number): number {
    return firstPlace(this.shown, each => !each.unsigned && each.due >= due)
  }

  private take(row: QueueRow): void {
    const place = this.placeOf(row)
    if (this.shown[place] === row)
      this.shown.splice(place, 1)
  }

  private merge(gone: readonly QueueRow[], come: readonly QueueRow[]): void {
    const left = new Set(gone)
    // Nearly in order already, which the engine's sort makes use of.
    this.shown = [...this.shown.filter(row => !left.has(row)), ...come].sort(compareRows)
  }

  private count(row: QueueRow, by: 1 | -1): void {
    for (const view of DESK_VIEWS) {
      if (this.isIn(view, row))
        this.counted[view] += by
    }
  }
}

/** First place from which on `holds` is true; the length where it never is. */
function firstPlace(rows: readonly QueueRow[], holds: (row: QueueRow) => boolean): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(rows[middle]!))
      high = middle
    else
      low = middle + 1
  }
  return low
}
