import { computed } from 'vue'
import { useDistrict } from '../base/district.ts'
import { useRegion } from './useRegion.ts'
import { useWallWords } from '../words/useWallWords.ts'

/** The region that the numbers are of, in words. */
export function useScope() {
  const districts = useDistrict()
  const region = useRegion()
  const { name, bare } = useWallWords()
  const isWhole = computed(() => region.value === (districts.district?.code ?? ''))

  return {
    region,
    /** All of the district. */
    isWhole,
    /** Its name; empty for the whole district, which needs no mention. */
    name: computed(() => isWhole.value ? '' : name(region.value)),
    /** The same without 街道, 镇, 苏木, 社区 or 嘎查, for titles. */
    short: computed(() => isWhole.value ? '' : bare(region.value)),
  }
}
