import { onScopeDispose, shallowReadonly, shallowRef, watch } from 'vue'
import { withPatience } from '../../../base/withPatience.ts'
import { useOpenMatter } from '../openMatter.ts'
import { fetchTimeline } from './fetchTimeline.ts'

const PATIENCE_MS = 20_000
export const OLDER_AT_ONCE = 100

/** Gets older ones of the open matter's history, so many at once; ends with the scope, and with the matter. */
export function useOlder() {
  const open = useOpenMatter()
  const stands = shallowRef<'ready' | 'loading' | 'failed'>('ready')
  let asking: AbortController | undefined

  /** Resolves when they are there, or could not be got. */
  async function load(): Promise<void> {
    const { history } = open
    if (!history?.earlier || stands.value === 'loading')
      return
    const { of, earlier: { before } } = history
    const own = asking = new AbortController()
    stands.value = 'loading'
    try {
      const older = await fetchTimeline(of, withPatience(own.signal, PATIENCE_MS), { before, limit: OLDER_AT_ONCE })
      if (own.signal.aborted)
        return
      open.told(of, older, before)
      stands.value = 'ready'
    }
    catch {
      if (!own.signal.aborted)
        stands.value = 'failed'
    }
  }

  function end(): void {
    asking?.abort()
    stands.value = 'ready'
  }

  watch(() => open.shown?.incident.id, end)
  onScopeDispose(end)
  return { stands: shallowReadonly(stands), load }
}
