import type { ComputedRef } from 'vue'
import type { RegionCode } from '../../shared/words/regionCode.ts'
import { computed } from 'vue'
import { useDistrict } from '../base/district.ts'
import { useSelection } from './selection.ts'

/** Region that the scene is of: what was chosen, if the district has it; else the whole. Empty until the district is known. */
export function useRegion(): ComputedRef<RegionCode> {
  const districts = useDistrict()
  const selection = useSelection()
  return computed(() => districts.names(selection.region) ? selection.region : districts.district?.code ?? '')
}
