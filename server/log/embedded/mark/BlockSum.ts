import type { Claim } from './Claim.ts'
import type { Position } from '../position.ts'
import { createHash } from 'node:crypto'

/** So many entries at most stand under one sum: what a damaged one puts in doubt. */
const MOST_IN_BLOCK = 256

/** Sums the content of entries that follow each other in one stream. */
export class BlockSum {
  readonly #hash = createHash('sha1')
  #first: Position = 0
  #last: Position = 0
  #entries = 0

  get full(): boolean {
    return this.#entries >= MOST_IN_BLOCK
  }

  /** @param text the entry as the codec wrote it */
  add(position: Position, text: string): void {
    this.#hash.update(`${position}\0${text}`)
    this.#first ||= position
    this.#last = position
    this.#entries++
  }

  /** What is summed so far; undefined if nothing is. More may be added afterwards. */
  claim(): Claim | undefined {
    if (this.#entries === 0)
      return undefined
    return { first: this.#first, last: this.#last, entries: this.#entries, sum: this.#hash.copy().digest('hex').slice(0, 16) }
  }
}
