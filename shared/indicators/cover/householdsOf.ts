import type { State } from '../../state/State.ts'
import type { DistrictFacts } from '../grid/DistrictFacts.ts'

const known = new WeakMap<DistrictFacts, ReadonlyMap<string, number>>()

/** Households of each grid in the order of the state: as last counted, else as the data set has them. */
export function householdsOf({ basis, gridStatus }: State, facts: DistrictFacts): number[] {
  let byCode = known.get(facts)
  if (!byCode)
    known.set(facts, byCode = new Map(facts.grids.map(({ properties }) => [properties.code, properties.households])))
  return basis.grids.map((code, grid) => gridStatus[grid]!.counted?.households ?? byCode.get(code) ?? 0)
}
