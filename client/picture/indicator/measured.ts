import type { DistrictFacts } from '../../../shared/indicators/grid/DistrictFacts.ts'
import type { Measured } from '../../../shared/indicators/Indicator.ts'
import type { State } from '../../../shared/state/State.ts'
import type { RegionCode } from '../../../shared/words/regionCode.ts'
import type { EpochMs } from '../../../shared/words/time/time.ts'
import type { Stop } from '../../base/Timers.ts'
import { defineStore } from 'pinia'
import { useProjection } from '../projection.ts'

type Measure<Value> = Measured<Value>['measure']

interface Kept { users: number; value: unknown; of: readonly unknown[] }

/**
 * What indicators measure, once for all that show them: whoever asks for the same measure of the same region, picture and second
 * gets the value that is there. It is kept as long as somebody holds it.
 */
export const useMeasured = defineStore('measured', () => {
  const projection = useProjection()
  const kept = new Map<Measure<unknown>, Kept>()

  /** @returns ends it; with the last one the value is forgotten */
  function hold(measure: Measure<unknown>): Stop {
    const own = kept.get(measure) ?? { users: 0, value: undefined, of: [] }
    kept.set(measure, own)
    own.users++
    return () => --own.users === 0 && kept.delete(measure)
  }

  function ask<Value>(measure: Measure<Value>, state: State, region: RegionCode, now: EpochMs, facts: DistrictFacts): Value {
    const of = [state, projection.version, region, Math.floor(now / 1000), facts]
    const own = kept.get(measure)
    if (own && of.every((each, i) => each === own.of[i]))
      return own.value as Value
    const value = measure(state, region, now, facts)
    if (own)
      Object.assign(own, { value, of })
    return value
  }

  return { hold, ask }
})
