import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { useLink } from './link.ts'
import { plateOf } from './plateOf.ts'
import { useSecond } from './useSecond.ts'

/** The plate over a picture that is not of now; undefined while none is due. */
export function usePlate(): ComputedRef<ReturnType<typeof plateOf>> {
  const link = useLink()
  const second = useSecond()
  return computed(() => plateOf(link.truth, link.pictureAt, second.value))
}
