import type { ShallowRef } from 'vue'
import type { State } from '../../../shared/state/State.ts'
import type { RegionCode } from '../../../shared/words/regionCode.ts'
import type { DistrictResource } from '../../../shared/protocol/districtResource.ts'
import type { Reads } from '../schedule/Reads.ts'
import { onScopeDispose, shallowReadonly, shallowRef, watch } from 'vue'
import { useClock } from '../clock.ts'
import { useDistrict } from '../../base/district.ts'
import { useProjection } from '../projection.ts'
import { useSchedule } from '../schedule/schedule.ts'
import { useRegion } from '../useRegion.ts'

/**
 * Something from the state that is no indicator, kept up: computed anew at the pace of the screen's schedule, and only when what it reads was touched (or
 * `everyMs` has passed). Undefined until there is a state and a district.
 * @param measure must read `state` at once and keep nothing of it: it changes in place; `now` is epoch ms, `region` the
 * one that the scene is of
 * @param also what else it depends on: another value of it computes at once
 */
export function useMeasure<T>(reads: Reads, measure: (state: State, now: number, district: DistrictResource, region: RegionCode) => T, also?: () => unknown): Readonly<ShallowRef<T | undefined>> {
  const projection = useProjection()
  const district = useDistrict()
  const clock = useClock()
  const region = useRegion()
  const value = shallowRef<T>()

  function compute(): void {
    if (projection.state && district.district)
      value.value = measure(projection.state, clock.now(), district.district, region.value)
  }

  compute()
  watch(() => [district.district, region.value, also?.()], compute)
  const schedule = useSchedule()
  onScopeDispose(reads.group ? schedule.onGroup(reads.group, reads, compute) : schedule.onTouched(reads, compute))
  return shallowReadonly(value)
}
