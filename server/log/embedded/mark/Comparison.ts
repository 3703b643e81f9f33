import type { Claim } from './Claim.ts'
import type { Position } from '../position.ts'
import { BlockSum } from './BlockSum.ts'

/** Compares the entries of one stream, given in order, with what a mark claims of them. Entries that no claim speaks of are taken as they are, and never called whole: a bit that flips in a key makes such ones. */
export class Comparison {
  readonly #expected: readonly Claim[]
  #next = 0
  #block = new BlockSum()
  /** Whether the block under way is the next claim's. */
  #inside = false
  /** For all that was given, in blocks. */
  readonly claims: Claim[] = []
  /** Blocks that hold something else than was claimed. */
  readonly differing: Claim[] = []
  /** Entries in blocks of which a claim says what was written, and that hold it. */
  whole = 0
  /** Entries that are claimed and were not given. */
  missing = 0
  /** Entries behind all of which a claim speaks. */
  beyond = 0

  /** @param expected by their first entry, none overlapping another */
  constructor(expected: readonly Claim[]) {
    this.#expected = expected
  }

  add(position: Position, text: string): void {
    let claim = this.#expected[this.#next]
    while (claim && position > claim.last)
      claim = this.#settle(claim)
    if (claim && position >= claim.first && !this.#inside) {
      this.#take()
      this.#inside = true
    }
    if (!this.#inside && this.#block.full)
      this.#take()
    if (!claim)
      this.beyond++
    this.#block.add(position, text)
  }

  end(): void {
    for (let claim = this.#expected[this.#next]; claim; claim = this.#settle(claim)) { /* each is settled */ }
    this.#take()
  }

  /** Ends the block under way as that of a claim; answers the next one. */
  #settle(claim: Claim): Claim | undefined {
    if (!this.#inside)
      this.#take()
    const found = this.#block.claim()
    const same = found?.entries === claim.entries && found.first === claim.first && found.last === claim.last && found.sum === claim.sum
    if (!same) {
      this.differing.push(claim)
      this.missing += Math.max(0, claim.entries - (found?.entries ?? 0))
    }
    this.#take(same)
    this.#inside = false
    return this.#expected[++this.#next]
  }

  #take(whole = false): void {
    const found = this.#block.claim()
    this.#block = new BlockSum()
    if (!found)
      return
    this.claims.push(found)
    if (whole)
      this.whole += found.entries
  }
}
