import type { Severity } from '../../../shared/words/severity.ts'

export interface Cell {
  text: string
  /** Draws its shape before the text. */
  severity?: Severity | undefined
  strong?: boolean
  /** Past its limit. */
  urgent?: boolean
}

/** A column of a table over rows of one kind. Cells are made for rows in sight alone. */
export interface Column<Row> {
  key: string
  head: string
  /** Digits line up on the right. */
  numeric?: boolean
  /** Wall px; absent: what is left. */
  width?: number
  cell: (row: Row) => Cell
  /** What rows are sorted by; absent: the text. */
  sort?: (row: Row) => string | number
}
