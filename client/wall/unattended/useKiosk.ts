import { onScopeDispose, watch } from 'vue'
import { useSession } from '../../base/session.ts'
import { useUnattended } from './unattended.ts'
import { useSecond } from '../../picture/useSecond.ts'

const STILL_MS = 3000

/**
 * B7: a screen without anybody. Whoever touches it has it to himself for a while; on a kiosk the first touch also fills the
 * screen, the pointer is hidden when it stands still, and nothing is marked by dragging.
 */
export function useKiosk(page: Window): void {
  const session = useSession()
  const unattended = useUnattended()
  const second = useSecond()
  const root = page.document.documentElement
  const ended = new AbortController()
  let movedAt = second.value
  let asked = false

  function touch(): void {
    unattended.touch()
    if (!session.kiosk || asked || !page.document.fullscreenEnabled)
      return
    asked = true
    // The browser may refuse; then it stays a page, and nothing is lost.
    void root.requestFullscreen().catch(() => undefined)
  }

  function move(): void {
    movedAt = second.value
    root.classList.remove('is-still')
  }

  const on = (type: string, run: () => void) => page.addEventListener(type, run, { signal: ended.signal, capture: true, passive: true })
  on('pointerdown', touch)
  on('keydown', touch)
  on('pointermove', move)
  watch(second, now => root.classList.toggle('is-still', session.kiosk && now - movedAt >= STILL_MS))
  watch(() => session.kiosk, kiosk => root.classList.toggle('is-kiosk', kiosk), { immediate: true })
  onScopeDispose(() => {
    ended.abort()
    root.classList.remove('is-still', 'is-kiosk')
  })
}
