import type { GridProperties } from '../../domain/district/gridsFile.ts'
import type { State } from '../../state/State.ts'
import type { DistrictFacts } from '../grid/DistrictFacts.ts'

export type GridKind = GridProperties['kind']

const known = new WeakMap<DistrictFacts, { grids: readonly string[]; kinds: GridKind[] }>()

/** Kind of each grid in the order of the state; kept for the data set, which does not change. */
export function kindsOf({ basis }: State, facts: DistrictFacts): readonly GridKind[] {
  const before = known.get(facts)
  if (before && before.grids === basis.grids)
    return before.kinds
  const byCode = new Map(facts.grids.map(({ properties }) => [properties.code, properties.kind]))
  const kinds = basis.grids.map(code => byCode.get(code) ?? 'urban')
  known.set(facts, { grids: basis.grids, kinds })
  return kinds
}
