import { hash32, mix32 } from '../../../../shared/words/hash32.ts'

/** Seeded chance: the same seed gives the same numbers on every machine. */
export class Random {
  #state: number

  constructor(seed: string) {
    this.#state = hash32(seed)
  }

  /** A number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6D2B79F5) | 0
    return mix32(this.#state) / 0x1_0000_0000
  }

  between(from: number, to: number): number {
    return from + (to - from) * this.next()
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  pick<T>(list: readonly T[]): T {
    const [picked] = list.slice(Math.floor(this.next() * list.length))
    if (picked === undefined)
      throw new Error('nothing to pick from')
    return picked
  }
}
