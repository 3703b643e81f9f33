import type { Parts, Snapshot } from '../state/Snapshot.ts'
import type { RegionCode } from '../words/regionCode.ts'
import { basisWithin } from '../domain/basisWithin.ts'
import { familyOf } from '../state/familyOf.ts'
import { isWithin } from '../words/regionCode.ts'
import { STREAMS } from '../words/stream.ts'

/** The part of a state that lies in a region. The banner's own region is the whole. */
export function scopeSnapshot(snapshot: Snapshot, region: RegionCode): Snapshot {
  const { fold, basis } = snapshot
  if (region === basis.code)
    return snapshot
  const grids = basis.grids.map(code => isWithin(code, region))
  const parts = Object.fromEntries(STREAMS.map((stream) => {
    const { key, within } = familyOf(stream)
    return [key, within(snapshot[key], region, grids)]
  })) as Parts
  return { fold, basis: basisWithin(basis, region), ...parts }
}
