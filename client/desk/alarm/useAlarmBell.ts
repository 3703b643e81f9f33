import type { ToneName } from './tones.ts'
import { onScopeDispose, watch } from 'vue'
import { useSecond } from '../../picture/useSecond.ts'
import { useWallWords } from '../../words/useWallWords.ts'
import { useAlarms } from './alarms.ts'
import { useBell } from './bell.ts'
import { useDeskAddress } from '../queue/deskAddress.ts'
import { useProjection } from '../../picture/projection.ts'
import { Gathering } from '../../picture/schedule/Publication.ts'
import { useAlarmWords } from './useAlarmWords.ts'

/**
 * Rings, notifies and counts in the page's title, as long as its scope lasts. It is driven by what comes over the link, a frame
 * each second at least, so that it rings in a hidden page as well; while the link is cut the page's own seconds drive it.
 */
export function useAlarmBell(page: Window & typeof globalThis): void {
  const alarms = useAlarms()
  const bell = useBell()
  const projection = useProjection()
  const address = useDeskAddress()
  const { words, say } = useAlarmWords()
  const { name } = useWallWords()
  const { document } = page
  const title = document.title
  const ended = new AbortController()
  const told = new Set<string>()

  function ring(): void {
    const tone: ToneName | undefined = alarms.due()
    if (tone && bell.play(tone, alarms.settings.volume))
      alarms.sounded(tone)
  }

  function unlock(): void {
    if (bell.state === 'locked')
      void bell.unlock(() => new page.AudioContext())
  }

  /** The browser shows it over whatever else is open; a click leads back. */
  function notify(): void {
    if (!('Notification' in page) || page.Notification.permission !== 'granted')
      return
    for (const { id, gravity, grid } of alarms.ringing) {
      if (told.has(id))
        continue
      told.add(id)
      const notice = new page.Notification(gravity === 'sos' ? words.value.sos : words.value.sound.tone.I, { body: name(grid), tag: id, requireInteraction: true })
      notice.onclick = () => {
        page.focus()
        if (gravity !== 'sos')
          address.open(id)
        notice.close()
      }
    }
  }

  alarms.keepIn(page.localStorage)
  page.addEventListener('pointerdown', unlock, { signal: ended.signal, capture: true })
  page.addEventListener('keydown', unlock, { signal: ended.signal, capture: true })
  // The hand that chose the seat, before anything here listened, counts.
  if (page.navigator.userActivation?.hasBeenActive)
    unlock()
  // What was published before this page listened.
  alarms.look(Object.assign(new Gathering(), { whole: true }))
  const stop = projection.onPublish((published) => {
    alarms.look(published)
    ring()
  })
  watch(useSecond(), ring)
  watch(() => alarms.ringing, (ringing) => {
    document.title = ringing.length > 0 ? say(words.value.badge, { count: ringing.length, title }) : title
    notify()
  }, { flush: 'sync', immediate: true })
  onScopeDispose(() => {
    stop()
    ended.abort()
    document.title = title
  })
}
