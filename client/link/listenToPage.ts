import type { RunningLink } from './startLink.ts'
import type { Stop } from '../base/Timers.ts'

/** Tells the link what the browser knows: the page was shown, thawed or restored, the network went or came. */
export function listenToPage(link: RunningLink, page: Window): Stop {
  const ended = new AbortController()
  const on = (target: EventTarget, type: string, run: () => void) => target.addEventListener(type, run, { signal: ended.signal })
  on(page, 'online', link.wake)
  on(page, 'pageshow', link.wake)
  on(page, 'offline', link.offline)
  on(page.document, 'resume', link.wake)
  on(page.document, 'visibilitychange', () => page.document.visibilityState === 'visible' && link.wake())
  return () => ended.abort()
}
