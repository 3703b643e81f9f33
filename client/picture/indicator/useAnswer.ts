import type { ComputedRef } from 'vue'
import type { State } from '../../../shared/state/State.ts'
import type { RegionCode } from '../../../shared/words/regionCode.ts'
import type { DistrictResource } from '../../../shared/protocol/districtResource.ts'
import type { Reads } from '../schedule/Reads.ts'
import { computed } from 'vue'
import { useClock } from '../clock.ts'
import { useDistrict } from '../../base/district.ts'
import { useProjection } from '../projection.ts'
import { useMeasure } from './useMeasure.ts'
import { useRegion } from '../useRegion.ts'

/**
 * As {@link useMeasure}, of something that was asked for: another question is answered at once, the same one at the pace of
 * the screen. @param question compared by identity
 */
export function useAnswer<Question, T>(
  reads: Reads,
  question: () => Question,
  measure: (state: State, now: number, district: DistrictResource, region: RegionCode, question: Question) => T,
): ComputedRef<T | undefined> {
  const projection = useProjection()
  const districts = useDistrict()
  const clock = useClock()
  const region = useRegion()
  const kept = useMeasure(reads, (state, now, district, where) => ({ question: question(), answer: measure(state, now, district, where, question()) }))

  return computed(() => {
    if (kept.value?.question === question())
      return kept.value.answer
    return projection.state && districts.district && measure(projection.state, clock.now(), districts.district, region.value, question())
  })
}
