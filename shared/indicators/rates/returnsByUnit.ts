import type { Indicator } from '../Indicator.ts'
import { isWithin } from '../../words/regionCode.ts'

export interface UnitReturns {
  unit: string
  returns: number
  /** Matters that it has returned. */
  matters: number
}

/**
 * 各单位退单. Formula: returns by the unit that returned, over the matters that are known (open, or ended within 48 hours);
 * in the order of the units' names, since it counts events and ranks nobody. Source: stream `incident`; for the desk alone.
 */
export const returnsByUnit: Indicator<'returnsByUnit', UnitReturns[]> = {
  id: 'returnsByUnit',
  streams: ['incident'],
  window: 'twoDays',
  due: 'counted',
  audience: 'desk',
  measure({ incident, basis }, region) {
    const units = new Map<string, UnitReturns>()
    for (const { grid, returnedBy = [] } of incident.incidents.values()) {
      if (returnedBy.length === 0 || !isWithin(basis.grids[grid]!, region))
        continue
      for (const { unit, times } of returnedBy) {
        const known = units.get(unit) ?? { unit, returns: 0, matters: 0 }
        units.set(unit, { unit, returns: known.returns + times, matters: known.matters + 1 })
      }
    }
    return [...units.values()].sort((a, b) => a.unit.localeCompare(b.unit, 'zh'))
  },
  figures: units => [{ word: 'sum', value: units.reduce((sum, { returns }) => sum + returns, 0) }],
}
