import type { RegionCode } from './regionCode.ts'

/** Tells whether a region lies in one of some regions, in a time that does not grow with their number. */
export function withinAny(regions: readonly RegionCode[]): (code: RegionCode) => boolean {
  const set = new Set(regions)
  const lengths = [...new Set(regions.map(({ length }) => length))]
  return code => lengths.some(length => set.has(code.slice(0, length)))
}
