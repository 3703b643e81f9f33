import type { Router } from 'vue-router'
import type { Address } from '../base/address.ts'
import { watch } from 'vue'
import { ADDRESS_QUERY, readAddress, writeAddress } from '../base/address.ts'
import { useSelection } from './selection.ts'
import { useSession } from '../base/session.ts'
import { queryWith } from './queryWith.ts'

/**
 * Holds the address bar and the stores at the same picture, both ways: a copied link, a reload and the back button show
 * what was shown. Going into a region is a step back goes from; everything else replaces.
 * @param query of the page as it was opened
 */
export function followAddress(router: Router, query: URLSearchParams): void {
  const session = useSession()
  const selection = useSelection()

  function take({ region, measure, grid, ...rest }: Address): void {
    selection.restore({ region, grid })
    selection.choose(measure)
    // A desk acts, and nobody acts in the past.
    session.$patch(session.audience === 'desk' ? { ...rest, at: undefined } : rest)
  }

  const shown = (): Address => ({
    // What is shown for a while only, by a takeover or the rotation, is nobody's choice.
    ...selection.own,
    measure: selection.measure,
    locale: session.locale,
    brightness: session.brightness,
    bezels: session.bezels,
    kiosk: session.kiosk,
    plan: session.plan,
    takeover: session.takeover,
    turnMs: session.turnMs,
    curtainSince: session.curtainSince,
    wall: session.wall,
    at: session.at,
  })

  take(readAddress(query))
  router.afterEach(({ query: now }) => take(readAddress(new URLSearchParams(now as Record<string, string>))))
  watch(shown, (now, before) => {
    const to = router.resolve({ query: queryWith(router, ADDRESS_QUERY, writeAddress(now)) })
    if (to.fullPath !== router.currentRoute.value.fullPath)
      void router[now.region === before.region ? 'replace' : 'push'](to)
  })
}
