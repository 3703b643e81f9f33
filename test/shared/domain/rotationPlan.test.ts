import { describe, expect, it } from 'vitest'
import { DEFAULT_PLAN, parsePlan } from '../../../shared/domain/rotationPlan.ts'

describe('a rotation plan', () => {
  it('[B1] is scenes, regions and the towns that need attention, each for its seconds', () => {
    expect(parsePlan('overview@60,attention@90,152921402@20,incidents/152921403@30')).toEqual([
      { scene: 'overview', region: '', attention: false, ms: 60_000 },
      { scene: 'overview', region: '', attention: true, ms: 90_000 },
      { scene: 'overview', region: '152921402', attention: false, ms: 20_000 },
      { scene: 'incidents', region: '152921403', attention: false, ms: 30_000 },
    ])
    expect(parsePlan(DEFAULT_PLAN)).toHaveLength(2)
  })

  it.each(['', 'overview', 'overview@4', 'overview@0', 'overview@-9', 'Overview@60', '15292@60', 'overview@60,', 'a/b@60', 'overview@99999', Array(25).fill('overview@60').join(',')])('[B1] is not %s', (text) => {
    expect(parsePlan(text)).toBeUndefined()
  })
})
