import type { EmbeddedEventLog } from '../EmbeddedEventLog.ts'
import type { Claim } from '../mark/Claim.ts'
import type { RescuedEntry } from './Rescued.ts'
import { BlockSum } from '../mark/BlockSum.ts'
import { Comparison } from '../mark/Comparison.ts'
import { entryIdAt } from '../position.ts'

const BATCH = 500
const MOST_COMBINATIONS = 256

/** Writes the entries of one stream, and compares them with the mark on the way. */
export class StreamWriter {
  written = 0
  readonly #into: EmbeddedEventLog
  readonly #stream: string
  readonly #claims: readonly Claim[]
  readonly #comparison: Comparison
  #next = 0
  #block: (readonly RescuedEntry[])[] = []
  #waiting: RescuedEntry[] = []

  constructor(into: EmbeddedEventLog, stream: string, claims: readonly Claim[]) {
    this.#into = into
    this.#stream = stream
    this.#claims = claims
    this.#comparison = new Comparison(claims)
  }

  /** Entries in blocks whose content is what was written. */
  get whole(): number {
    return this.#comparison.whole
  }

  /** @param readings of one entry, where the file holds it more than once and not the same */
  async add(readings: readonly RescuedEntry[]): Promise<void> {
    const { position } = readings[0]!
    while (this.#claims[this.#next] && position > this.#claims[this.#next]!.last) {
      this.#settle(this.#claims[this.#next])
      this.#next++
    }
    this.#block.push(readings)
    if (this.#block.length >= BATCH && !this.#claims[this.#next])
      this.#settle(undefined)
    if (this.#waiting.length >= BATCH)
      await this.#write()
  }

  async end(): Promise<void> {
    this.#settle(this.#claims[this.#next])
    this.#comparison.end()
    await this.#write()
  }

  /** Of several readings those are taken that give what was written, if any do. */
  #settle(claim: Claim | undefined): void {
    const first = this.#block.map(readings => readings[0]!)
    let chosen = first
    if (claim && !sumsTo(claim, first)) {
      for (const combination of combinations(this.#block)) {
        if (sumsTo(claim, combination)) {
          chosen = combination
          break
        }
      }
    }
    for (const entry of chosen) {
      this.#comparison.add(entry.position, entry.text)
      this.#waiting.push(entry)
    }
    this.#block = []
  }

  async #write(): Promise<void> {
    for (let from = 0; from < this.#waiting.length; from += BATCH) {
      const entries = this.#waiting.slice(from, from + BATCH).map(({ position, fields }) => ({ stream: this.#stream, id: entryIdAt(position), fields }))
      await this.#into.importEntries(this.#stream, entries)
      this.written += entries.length
    }
    this.#waiting = []
  }
}

function sumsTo(claim: Claim, entries: readonly RescuedEntry[]): boolean {
  const sum = new BlockSum()
  for (const { position, text } of entries) {
    if (position >= claim.first)
      sum.add(position, text)
  }
  return sum.claim()?.sum === claim.sum
}

function* combinations(block: readonly (readonly RescuedEntry[])[]): Generator<RescuedEntry[]> {
  const count = block.reduce((product, readings) => product * readings.length, 1)
  for (let i = 0; i < Math.min(count, MOST_COMBINATIONS); i++) {
    let rest = i
    yield block.map((readings) => {
      const reading = readings[rest % readings.length]!
      rest = Math.floor(rest / readings.length)
      return reading
    })
  }
}
