import type { Position } from '../position.ts'

/**
 * One line of a mark: between `first` and `last`, both included, the stream holds so many entries, and this is the sum of their content.
 * True by itself, whatever other lines say, so that lines may be lost, overlap or come late.
 */
export interface Claim {
  first: Position
  last: Position
  entries: number
  /** 16 hexadecimal digits. */
  sum: string
}
