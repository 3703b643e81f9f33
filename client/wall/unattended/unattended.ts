import type { Unsigned } from '../../../shared/indicators/open/unsigned.ts'
import type { FocusEvent, FocusQueue } from './focusQueue.ts'
import { defineStore } from 'pinia'
import { computed, shallowReadonly, shallowRef } from 'vue'
import { DEFAULT_PLAN, parsePlan } from '../../../shared/domain/rotationPlan.ts'
import { durationMs } from '../../../shared/words/time/durationMs.ts'
import { useClock } from '../../picture/clock.ts'
import { useDistrict } from '../../base/district.ts'
import { focusAfter, IDLE_FOCUS } from './focusQueue.ts'
import { useSession } from '../../base/session.ts'

/** Whoever touched a key or the pointer has the wall to himself for so long. */
const PAUSE_MS = 120_000
const TURN_MS = 60_000

/** A wall at which nobody stands: what takes it over, and what takes turns on it. Moments are epoch ms by the server's clock. */
export const useUnattended = defineStore('unattended', () => {
  const clock = useClock()
  const district = useDistrict()
  const session = useSession()
  const queue = shallowRef<FocusQueue>(IDLE_FOCUS)
  /** What is grave and unsigned in the whole district, whatever region is shown; undefined before it is known. */
  const grave = shallowRef<readonly Unsigned[]>()
  const pausedUntil = shallowRef(0)
  /** Matter whose takeover somebody refused last. */
  const refused = shallowRef<string>()

  const wall = computed(() => district.district?.wall)
  const takeover = computed(() => session.takeover ?? wall.value?.takeover ?? 'I')
  const turnMs = computed(() => session.turnMs ?? (wall.value?.turn ? durationMs(wall.value.turn) : TURN_MS))
  /** Undefined while nothing takes turns. */
  const plan = computed(() => session.plan === 'off' ? undefined : parsePlan(session.plan ?? (session.kiosk ? wall.value?.plan ?? DEFAULT_PLAN : '')))
  /** What stops the rotation until somebody signs for it. */
  const red = computed(() => grave.value?.map(({ gravity }) => gravity).find(gravity => gravity !== 'II'))

  function happen(event: FocusEvent, matters: readonly Unsigned[] = []): void {
    queue.value = focusAfter(queue.value, { event, matters, now: clock.now(), turnMs: turnMs.value })
  }

  /** Takes note of the grave matters of this moment: those that are new take the wall over, those that are gone give it back. */
  function see(now: readonly Unsigned[]): void {
    // A page that has just opened knows what was there before it; only what is newer than one turn is news.
    const since = clock.now() - turnMs.value
    const before = grave.value ?? now.filter(({ at }) => at <= since)
    grave.value = now
    const fresh = without(now, before).filter(({ gravity }) => takes(gravity))
    const gone = without(before, now)
    if (gone.length > 0)
      happen('left', gone)
    if (fresh.length > 0)
      happen('came', fresh)
  }

  function takes(gravity: Unsigned['gravity']): boolean {
    return takeover.value !== 'off' && (gravity !== 'II' || takeover.value === 'II')
  }

  return {
    queue: shallowReadonly(queue),
    grave: shallowReadonly(grave),
    pausedUntil: shallowReadonly(pausedUntil),
    refused: shallowReadonly(refused),
    plan,
    red,
    see,
    /** Time went by. */
    pass: () => happen('passed'),
    /** Keeps what has taken over, or lets it go on. */
    hold: () => happen('hold'),
    /** Goes on to the next that waits. */
    next: () => happen('refuse'),
    /** Gives back what has taken over. */
    refuse() {
      refused.value = queue.value.shown?.id ?? refused.value
      happen('refuse')
    },
    /** Somebody is here. */
    touch() {
      pausedUntil.value = clock.now() + PAUSE_MS
    },
    /** Goes on although somebody is here. */
    goOn() {
      pausedUntil.value = 0
    },
  }
})

function without(matters: readonly Unsigned[], others: readonly Unsigned[]): Unsigned[] {
  const known = new Set(others.map(({ id }) => id))
  return matters.filter(({ id }) => !known.has(id))
}
