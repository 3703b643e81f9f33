import { onScopeDispose, watch } from 'vue'
import { useSession } from '../../base/session.ts'

/** B7: a kiosk's screen stays on. The browser takes the lock back whenever the page is hidden, so it is asked for again when it is shown. */
export function useWakeLock(page: Window): void {
  const session = useSession()
  const ended = new AbortController()
  let lock: WakeLockSentinel | undefined

  async function keep(): Promise<void> {
    if (!session.kiosk || page.document.visibilityState !== 'visible' || !('wakeLock' in page.navigator) || (lock && !lock.released))
      return
    try {
      const taken = await page.navigator.wakeLock.request('screen')
      await lock?.release()
      lock = taken
      if (ended.signal.aborted || !session.kiosk)
        await release()
    }
    catch {
      // Low battery or not allowed: the machine's own settings hold.
    }
  }

  async function release(): Promise<void> {
    const held = lock
    lock = undefined
    await held?.release()
  }

  page.document.addEventListener('visibilitychange', () => void keep(), { signal: ended.signal })
  watch(() => session.kiosk, kiosk => void (kiosk ? keep() : release()), { immediate: true })
  onScopeDispose(() => {
    ended.abort()
    void release()
  })
}
