import type { EntityKind } from './entity.ts'
import type { RegionCode } from '../words/regionCode.ts'
import { hash32, mix32 } from '../words/hash32.ts'

/** Hash of an entity, 64 bits. */
export interface Lanes { low: number; high: number }

const mixed: Lanes = { low: 0, high: 0 }

/**
 * Additive digest, two 32-bit lanes a grid: an entity's hash is added when it comes and subtracted when it goes, so
 * every event costs O(1) and any region's digest is the sum of its grids. It says nothing of order.
 */
export class GridDigest {
  private readonly low: Uint32Array
  private readonly high: Uint32Array

  /** `grids` are grids and, after them, regions that things belong to. */
  constructor(private readonly grids: readonly string[]) {
    this.low = new Uint32Array(grids.length)
    this.high = new Uint32Array(grids.length)
  }

  /** Adds (`sign` 1) or takes away (−1) an entity with the hash of `parts`, `times` over. */
  put(grid: number, sign: 1 | -1, kind: EntityKind, parts: ArrayLike<number>, times = 1): void {
    mix(kind, parts, mixed)
    this.add(grid, sign, mixed, times)
  }

  /** The same for a hash that is known: of what is kept with it, the old one is taken away without being made again. */
  add(grid: number, sign: 1 | -1, { low, high }: Lanes, times = 1): void {
    this.low[grid] = this.low[grid]! + Math.imul(low, sign * times)
    this.high[grid] = this.high[grid]! + Math.imul(high, sign * times)
  }

  /** 16 hexadecimal digits for a region: the sum over its grids, each salted with its code. */
  of(region: RegionCode): string {
    let low = 0
    let high = 0
    for (let grid = 0; grid < this.grids.length; grid++) {
      const code = this.grids[grid]!
      if (!code.startsWith(region) || (this.low[grid] === 0 && this.high[grid] === 0))
        continue
      low = (low + Math.imul(this.low[grid]!, hash32(code) | 1)) >>> 0
      high = (high + Math.imul(this.high[grid]!, hash32(code, 1) | 1)) >>> 0
    }
    return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')
  }
}

/** Hashes the parts of an entity into its lanes. Of a number its whole part counts, beyond 32 bits too. */
export function mix(kind: EntityKind, parts: ArrayLike<number>, into: Lanes): void {
  let low = mix32(kind)
  let high = mix32(kind ^ 0x9E3779B9)
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!
    const value = (part | 0) ^ Math.imul(Math.floor(part / 0x100000000), 0x27D4EB2F)
    low = mix32(Math.imul(low, 31) ^ value)
    high = mix32(Math.imul(high, 37) + value)
  }
  into.low = low
  into.high = high
}
