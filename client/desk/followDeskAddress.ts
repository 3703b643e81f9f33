import type { LocationQuery, Router } from 'vue-router'
import { watch } from 'vue'
import { queryWith } from '../picture/queryWith.ts'
import { DESK_QUERY, readDeskAddress, useDeskAddress, writeDeskAddress } from './queue/deskAddress.ts'

/** Holds the address bar and the desk's own part of it at the same picture, both ways; ends with the scope. */
export function followDeskAddress(router: Router): void {
  const desk = useDeskAddress()
  const take = (query: LocationQuery) => desk.change(readDeskAddress(new URLSearchParams(query as Record<string, string>)))

  take(router.currentRoute.value.query)
  watch(() => router.currentRoute.value.query, take)
  watch(() => desk.shown, (now) => {
    const to = router.resolve({ query: queryWith(router, DESK_QUERY, writeDeskAddress(now)) })
    if (to.fullPath !== router.currentRoute.value.fullPath)
      void router.replace(to)
  })
}
