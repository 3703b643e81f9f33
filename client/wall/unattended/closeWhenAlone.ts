import { watch } from 'vue'
import { useOverlay } from './overlay.ts'
import { useSession } from '../../base/session.ts'
import { useUnattended } from './unattended.ts'
import { useSecond } from '../../picture/useSecond.ts'

/** B7: on a kiosk what somebody opened does not lie over the scene once its time for whoever is there has passed. */
export function closeWhenAlone(): void {
  const session = useSession()
  const overlay = useOverlay()
  const unattended = useUnattended()
  const second = useSecond()
  watch(() => session.kiosk && second.value >= unattended.pausedUntil, isAlone => isAlone && overlay.close())
}
