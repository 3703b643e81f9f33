import type { ComputedRef } from 'vue'
import type { Indicator } from '../../../shared/indicators/Indicator.ts'
import type { Pace } from './useIndicators.ts'
import type { Stale } from './useStale.ts'
import { computed } from 'vue'
import { useIndicators } from './useIndicators.ts'

/** An indicator as a widget shows it. */
interface Reading<Id extends string, Value> extends Pick<Indicator<Id, Value>, 'id' | 'list' | 'whole'> {
  /** Undefined until there is a state and a district. */
  value: ComputedRef<Value | undefined>
  /** T5: by the streams that it reads. */
  stale: ComputedRef<Stale>
}

/** An indicator of the scene's region, kept up: computed anew only when what it reads was touched, or as time goes by; once for all that show it. */
export function useIndicator<Id extends string, Value>(indicator: Indicator<Id, Value>, pace: Pace): Reading<Id, Value> {
  const { values, stale } = useIndicators<{ own: Indicator<Id, Value> }>({ own: indicator }, pace)
  const { id, list, whole } = indicator
  return { id, list, whole, value: computed(() => values.value?.own), stale }
}
