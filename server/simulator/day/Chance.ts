import { hash32, mix32 } from '../../../shared/words/hash32.ts'

/** Seeded chance: the same key gives the same numbers on every machine. */
export class Chance {
  #state: number

  constructor(key: string) {
    this.#state = hash32(key)
  }

  /** A number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6D2B79F5) | 0
    return mix32(this.#state) / 0x1_0000_0000
  }

  happens(share: number): boolean {
    return this.next() < share
  }

  between(from: number, to: number): number {
    return from + (to - from) * this.next()
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  pick<T>(list: readonly [T, ...T[]]): T {
    return list[Math.floor(this.next() * list.length)] ?? list[0]
  }

  /** Index into `weights`, each as likely as its weight. */
  weighted(weights: readonly number[]): number {
    let left = this.next() * weights.reduce((sum, weight) => sum + weight, 0)
    const index = weights.findIndex(weight => (left -= weight) < 0)
    return index < 0 ? weights.length - 1 : index
  }

  /** Log-normal: half of the values lie below `median`, a few far above. */
  spread(median: number, sigma: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
    return median * Math.exp(sigma * normal)
  }
}
