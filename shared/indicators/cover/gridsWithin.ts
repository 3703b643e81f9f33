import type { State } from '../../state/State.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import { isWithin } from '../../words/regionCode.ts'

/** Indices of the state's grids that lie in a region. */
export function gridsWithin({ basis }: State, region: RegionCode): number[] {
  return basis.grids.flatMap((code, grid) => isWithin(code, region) ? [grid] : [])
}
