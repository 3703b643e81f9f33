import type { PlanStep } from '../../../shared/domain/rotationPlan.ts'

/** How long one town of a step `attention` is shown. */
const TOWN_MS = 15_000

export interface RotationSlot {
  step: PlanStep
  /** Which town of a step `attention`, from 0; 0 in all others. */
  turn: number
  /** Start, epoch ms: no two slots have the same. */
  from: number
}

/**
 * B1: what a plan shows at a moment. Of the plan and the server's time alone, so that screens with one plan show the same, a reload changes nothing, and
 * a machine that slept is where the others are.
 * @param plan with at least one step
 */
export function rotationSlot(plan: readonly PlanStep[], now: number): RotationSlot {
  const cycleMs = plan.reduce((sum, { ms }) => sum + ms, 0)
  let from = Math.floor(now / cycleMs) * cycleMs
  for (const step of plan) {
    if (now < from + step.ms) {
      const turn = step.attention ? Math.floor((now - from) / TOWN_MS) : 0
      return { step, turn, from: from + turn * TOWN_MS }
    }
    from += step.ms
  }
  throw new RangeError('a rotation plan without a step')
}
