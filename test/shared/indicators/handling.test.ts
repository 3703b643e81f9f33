import { describe, expect, it } from 'vitest'
import { closureRate } from '../../../shared/indicators/rates/closureRate.ts'
import { duplicateRate } from '../../../shared/indicators/rates/duplicateRate.ts'
import { escalationsPerHundred } from '../../../shared/indicators/rates/escalationsPerHundred.ts'
import { overdueNow } from '../../../shared/indicators/open/overdueNow.ts'
import { ratingResponseRate } from '../../../shared/indicators/rates/ratingResponseRate.ts'
import { reopenRate } from '../../../shared/indicators/rates/reopenRate.ts'
import { returnRate } from '../../../shared/indicators/rates/returnRate.ts'
import { returnsByUnit } from '../../../shared/indicators/rates/returnsByUnit.ts'
import { reworkRate } from '../../../shared/indicators/rates/reworkRate.ts'
import { satisfactionRate } from '../../../shared/indicators/rates/satisfactionRate.ts'
import { timeTaken } from '../../../shared/indicators/rates/timeTaken.ts'
import { withoutLead } from '../../../shared/indicators/open/withoutLead.ts'
import { foldAll } from '../../support/foldAll.ts'
import { incidentEvent, T0 } from '../../support/incidentEvent.ts'
import { demoFacts } from '../../support/demoFacts.ts'

const NOW = T0 + 600 * 60_000
const about = (subject: string) => ({ subject })

/** Four matters: settled with rework and rated; returned, escalated and open; merged; closed on the spot, reopened. */
const state = foldAll([
  incidentEvent('reported', 0, {}, about('A')),
  incidentEvent('accepted', 2, {}, about('A')),
  incidentEvent('dispatched', 10, { unit: '城管' }, about('A')),
  incidentEvent('acknowledged', 30, {}, about('A')),
  incidentEvent('handling', 31, {}, about('A')),
  incidentEvent('feedback', 70, {}, about('A')),
  incidentEvent('rework', 80, { reason: 'not-done' }, about('A')),
  incidentEvent('feedback', 100, {}, about('A')),
  incidentEvent('closed', 120, {}, about('A')),
  incidentEvent('evaluated', 130, { satisfied: true }, about('A')),
  incidentEvent('evaluated', 131, { satisfied: false }, about('A')),
  incidentEvent('reported', 200, {}, about('B')),
  incidentEvent('accepted', 201, {}, about('B')),
  incidentEvent('dispatched', 202, { unit: '供热公司' }, about('B')),
  incidentEvent('returned', 210, { reason: 'not-ours' }, about('B')),
  incidentEvent('escalated', 260, { to: 'community', reason: 'ordered' }, about('B')),
  incidentEvent('whistled', 270, { units: ['水务'] }, about('B')),
  incidentEvent('reported', 300, {}, about('C')),
  incidentEvent('merged', 310, { into: 'B' }, about('C')),
  incidentEvent('reported', 320, {}, about('D')),
  incidentEvent('closed', 330, {}, about('D')),
  incidentEvent('reopened', 340, { reason: 'came-back' }, about('D')),
])

describe('how matters are handled', () => {
  it.each([
    [closureRate, 2, 4],
    [returnRate, 1, 2],
    [reworkRate, 1, 2],
    [reopenRate, 1, 2],
    [duplicateRate, 1, 4],
    [satisfactionRate, 1, 1],
    [ratingResponseRate, 1, 2],
  ] as const)('[I6] $0.id', (rate, part, whole) => {
    expect(rate.measure(state, '152921', NOW, demoFacts).now).toEqual({ part, whole, share: part / whole })
    expect(rate.measure(state, '152921', NOW, demoFacts).before).toEqual({ part: 0, whole: 0, share: undefined })
    expect(rate.measure(state, '152921402', NOW, demoFacts).now.share).toBeUndefined()
  })

  it('[I6] escalations for a hundred reports, and what is overdue of what is open', () => {
    expect(escalationsPerHundred.measure(state, '152921', NOW, demoFacts)).toEqual({ now: { part: 1, whole: 4, share: 0.25 }, before: { part: 0, whole: 0, share: undefined } })
    expect(overdueNow.measure(state, '152921', NOW, demoFacts)).toMatchObject({ overdue: 2, open: 2 })
    expect(overdueNow.measure(state, '152921402', NOW, demoFacts)).toMatchObject({ overdue: 0, open: 0 })
  })

  it('[I6] time taken: mean, and the 90th percentile by buckets, of what has ended; at every level of the net', () => {
    for (const region of ['152921', '152921102', '152921102001001']) {
      expect(timeTaken(state, region, 'intake', NOW)).toMatchObject({ count: 2, mean: 6 })
      expect(timeTaken(state, region, 'sign', NOW)).toMatchObject({ count: 1, mean: 20 })
      expect(timeTaken(state, region, 'work', NOW)).toMatchObject({ count: 2, mean: (60 + 90) / 2 })
      expect(timeTaken(state, region, 'check', NOW)).toMatchObject({ count: 1, mean: 20 })
      expect(timeTaken(state, region, 'grid', NOW)).toMatchObject({ count: 3, mean: (120 + 60 + 10) / 3 })
    }
    expect(timeTaken(state, '152921', 'community', NOW)).toEqual({ count: 0, mean: undefined, p90: undefined })
    const p90 = timeTaken(state, '152921', 'work', NOW).p90!
    expect([p90 >= 60, p90 <= 240]).toEqual([true, true])
    expect(timeTaken(state, '152921', 'intake', NOW + 4 * 86_400_000).count).toBe(0)
  })

  it('[C10][C14] returns by unit, and matters across units that nobody leads', () => {
    expect(returnsByUnit.measure(state, '152921', NOW, demoFacts)).toEqual([{ unit: '供热公司', returns: 1, matters: 1 }])
    expect(withoutLead.measure(state, '152921', NOW, demoFacts).map(({ id }) => id)).toEqual(['B'])
    expect(withoutLead.measure(state, '152921402', NOW, demoFacts)).toEqual([])
  })
})
