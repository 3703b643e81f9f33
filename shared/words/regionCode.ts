import type { Level } from './level.ts'

/** 12 digits of administrative division, then 3 of grid: county 6, + town 3, + community or gacha 3, + serial 3. */
export type GridCode = string

/** A region: banner (6 digits), town (9), community or gacha (12) or grid (15). */
export type RegionCode = string

/** Digits of a region of each level, the widest first. */
const DIGITS = { banner: 6, town: 9, community: 12, grid: 15 } as const satisfies Record<Level, number>

const LEVELS_DOWN = Object.keys(DIGITS) as Level[]

/** The regions that hold a region, from the banner down to itself: `152921402001001` → its banner, town, community, grid. */
export function regionChain(code: RegionCode): RegionCode[] {
  return LEVELS_DOWN.filter(level => DIGITS[level] <= code.length).map(level => regionAt(code, level))
}

/** The region of a level that holds a region: `152921402001001` at `town` → `152921402`. One that is wider already is itself. */
export function regionAt(code: RegionCode, level: Level): RegionCode {
  return code.slice(0, DIGITS[level])
}

/** Level of a region by its number of digits; undefined for what is no region's code. */
export function levelOf(code: RegionCode): Level | undefined {
  return LEVELS_DOWN.find(level => DIGITS[level] === code.length)
}

/** Whether `code` lies in `region` (a region lies in itself). Codes nest by prefix. */
export function isWithin(code: RegionCode, region: RegionCode): boolean {
  return code.startsWith(region)
}
