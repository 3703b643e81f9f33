import type { ComputedRef, ShallowRef } from 'vue'
import type { OnDutyCover } from '../../../shared/indicators/cover/onDutyCover.ts'
import type { Stale } from '../../picture/indicator/useStale.ts'
import { onDuty } from '../../../shared/indicators/cover/onDuty.ts'
import { useMeasure } from '../../picture/indicator/useMeasure.ts'

/** Who was on duty when the late stream was last heard: of now nothing is known, and nothing is inferred from silence (T20). Undefined while none is late. */
export function useCoverThen(stale: ComputedRef<Stale>): Readonly<ShallowRef<OnDutyCover | undefined>> {
  const { streams, measure } = onDuty
  return useMeasure({ streams, everyMs: 60_000 }, (state, _now, district, region) => stale.value.isStale ? measure(state, region, stale.value.since, district) : undefined, () => stale.value)
}
