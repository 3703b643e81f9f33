/** 12 digits of administrative division, then 3 of grid: county 6, + town 3, + community or gacha 3, + serial 3. */
export type GridCode = string

/** A region: banner (6 digits), town (9), community or gacha (12) or grid (15). */
export type RegionCode = string

const LENGTHS = [6, 9, 12, 15]

/** The regions that hold a region, from the banner down to itself: `152921402001001` → its banner, town, community, grid. */
export function regionChain(code: RegionCode): RegionCode[] {
  return LENGTHS.filter(length => length <= code.length).map(length => code.slice(0, length))
}

/** Whether `code` lies in `region` (a region lies in itself). Codes nest by prefix. */
export function isWithin(code: RegionCode, region: RegionCode): boolean {
  return code.startsWith(region)
}
