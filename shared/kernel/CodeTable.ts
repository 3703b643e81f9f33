import { mix32 } from '../words/hash32.ts'

const DIGITS = 15
/** What follows the district's six digits: it fits 32 bits. */
const TAIL = 9
const FREE = -1

/**
 * Grid code → index in flat arrays. Every event looks its grid up once with a text that was never seen before, which a
 * `Map` of texts must hash and compare; among ten thousand grids that costs more than the rest of the fold.
 */
export class CodeTable {
  private readonly head: string
  private readonly mask: number
  private readonly tails: Int32Array
  private readonly indices: Int32Array

  /** All codes have 15 digits and one district's six first. */
  constructor(codes: readonly string[]) {
    this.head = codes[0]?.slice(0, DIGITS - TAIL) ?? ''
    this.mask = 2 ** Math.ceil(Math.log2(codes.length * 2 + 1)) - 1
    this.tails = new Int32Array(this.mask + 1).fill(FREE)
    this.indices = new Int32Array(this.mask + 1)
    codes.forEach((code, index) => {
      const tail = this.tailOf(code)
      if (tail === FREE)
        throw new RangeError(`${code} is no grid code of the district ${this.head}`)
      const slot = this.slotOf(tail)
      this.tails[slot] = tail
      this.indices[slot] = index
    })
  }

  /** Index of a code, −1 if it is not here, whatever the text. */
  get(code: string): number {
    const tail = this.tailOf(code)
    if (tail === FREE)
      return -1
    const slot = this.slotOf(tail)
    return this.tails[slot] === tail ? this.indices[slot]! : -1
  }

  private slotOf(tail: number): number {
    let slot = mix32(tail) & this.mask
    while (this.tails[slot] !== FREE && this.tails[slot] !== tail)
      slot = (slot + 1) & this.mask
    return slot
  }

  private tailOf(code: string): number {
    if (code.length !== DIGITS || !code.startsWith(this.head))
      return FREE
    let tail = 0
    for (let i = DIGITS - TAIL; i < DIGITS; i++) {
      const digit = code.charCodeAt(i) - 48
      if (digit < 0 || digit > 9)
        return FREE
      tail = tail * 10 + digit
    }
    return tail
  }
}
