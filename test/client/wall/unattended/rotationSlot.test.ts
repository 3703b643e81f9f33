import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rotationSlot } from '../../../../client/wall/unattended/rotationSlot.ts'
import { DEFAULT_PLAN, parsePlan } from '../../../../shared/domain/rotationPlan.ts'

const plan = parsePlan('overview@60,attention@40,incidents@30')!

describe('the rotation of a wall', () => {
  it('[B1] is the server’s time and the plan, nothing else', () => {
    const start = 130_000 * 9_000_000
    const at = (seconds: number) => {
      const { step, turn, from } = rotationSlot(plan, start + seconds * 1000)
      return [step.attention ? `town ${turn}` : step.scene, (from - start) / 1000]
    }
    expect([0, 59, 60, 75, 95, 99, 100, 129, 130].map(at)).toEqual([
      ['overview', 0], ['overview', 0], ['town 0', 60], ['town 1', 75], ['town 2', 90], ['town 2', 90], ['incidents', 100], ['incidents', 100], ['overview', 130],
    ])
  })

  it('[B1] every moment has one slot, which began before it and which all its moments share', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 4e12 }), (now) => {
      const slot = rotationSlot(parsePlan(DEFAULT_PLAN)!, now)
      expect(slot.from).toBeLessThanOrEqual(now)
      expect(rotationSlot(parsePlan(DEFAULT_PLAN)!, slot.from)).toEqual(slot)
    }))
  })
})
