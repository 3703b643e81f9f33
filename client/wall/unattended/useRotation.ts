import type { ComputedRef } from 'vue'
import type { Unsigned } from '../../../shared/indicators/open/unsigned.ts'
import { computed } from 'vue'
import { useUnattended } from './unattended.ts'
import { useSecond } from '../../picture/useSecond.ts'

/** `held` by what is red, `paused` by whoever is here until a moment (epoch ms). */
export type Rotation =
  | { state: 'off' | 'running' }
  | { state: 'held'; why: Exclude<Unsigned['gravity'], 'II'> }
  | { state: 'paused'; until: number }

/** B1: whether scenes and regions take turns at this moment, and why not. */
export function useRotation(): ComputedRef<Rotation> {
  const unattended = useUnattended()
  const second = useSecond()
  return computed(() => {
    if (!unattended.plan)
      return { state: 'off' }
    if (unattended.red)
      return { state: 'held', why: unattended.red }
    return second.value < unattended.pausedUntil ? { state: 'paused', until: unattended.pausedUntil } : { state: 'running' }
  })
}
