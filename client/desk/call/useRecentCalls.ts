import type { MatterRow } from '../../../shared/protocol/desk/matters.ts'
import { onScopeDispose, shallowReadonly, shallowRef, watch } from 'vue'
import { digitsOf } from '../../../shared/words/contact.ts'
import { pageBase } from '../../base/pageBase.ts'
import { useMachine } from '../../base/useMachine.ts'
import { useClock } from '../../picture/clock.ts'
import { fetchMatters } from '../closed/fetchMatters.ts'

/** A number is asked for once it has so many digits and nothing more is typed for a moment. */
const DIGITS_LEAST = 7
const QUIET_MS = 300
const DAYS = 90
const SHOWN_MOST = 5

/** What the same number has reported in the last 90 days, newest first, ended ones too; the server compares it under a key, so that no number stands here. */
export function useRecentCalls(phone: () => string) {
  const machine = useMachine()
  const clock = useClock()
  const found = shallowRef<{ rows: readonly MatterRow[]; more: boolean }>()
  let asking: AbortController | undefined
  let stop = () => {}

  async function ask(caller: string): Promise<void> {
    const own = asking = new AbortController()
    try {
      const { matters, next } = await fetchMatters(pageBase(), { caller, from: new Date(clock.now() - DAYS * 86_400_000).toISOString(), limit: String(SHOWN_MOST) }, own.signal)
      if (!own.signal.aborted)
        found.value = { rows: [...matters].sort((a, b) => b.reportedAt - a.reportedAt), more: next !== undefined }
    }
    catch {
      // It only helps; the call is taken without it.
    }
  }

  watch(() => digitsOf(phone()), (digits) => {
    stop()
    asking?.abort()
    found.value = undefined
    if (digits.length >= DIGITS_LEAST)
      stop = machine.after(QUIET_MS, () => void ask(digits))
  }, { immediate: true })
  onScopeDispose(() => {
    stop()
    asking?.abort()
  })
  return shallowReadonly(found)
}
