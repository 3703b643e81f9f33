import { describe, expect, it } from 'vitest'
import { isUnowned } from '../../../../shared/families/incident/reading/isUnowned.ts'
import en from '../../../../client/desk/handover/words/en.ts'
import zh from '../../../../client/desk/handover/words/zh.ts'
import queueEn from '../../../../client/desk/queue/words/en.ts'
import queueZh from '../../../../client/desk/queue/words/zh.ts'
import matterEn from '../../../../client/desk/matter/words/en.ts'
import matterZh from '../../../../client/desk/matter/words/zh.ts'
import { foldAll } from '../../../support/foldAll.ts'
import { incidentEvent } from '../../../support/incidentEvent.ts'

const after = (...moves: [string, object?][]) => isUnowned(foldAll([incidentEvent('reported', 0), ...moves.map(([move, data], i) => incidentEvent(move, i + 1, data))]).incident.incidents.get('WG-1')!)

describe('无主', () => {
  it('[U4] is what the desk has taken on and nobody has: new, sent, signed for and ended are not, returned and gone up are', () => {
    expect(after()).toBe(false)
    expect(after(['accepted'])).toBe(true)
    expect(after(['accepted'], ['dispatched', { unit: '甲' }])).toBe(false)
    expect(after(['accepted'], ['dispatched', { unit: '甲' }], ['returned', { reason: 'not-ours' }])).toBe(true)
    expect(after(['accepted'], ['dispatched', { unit: '甲' }], ['escalated', { to: 'town', reason: 'ordered' }])).toBe(true)
    expect(after(['accepted'], ['dispatched', { unit: '甲' }], ['escalated', { to: 'town', reason: 'ordered' }], ['acknowledged', { unit: '乙' }])).toBe(false)
    expect(after(['closed'])).toBe(false)
  })

  it('[U4] is one word in queue, matter and handover', () => {
    expect(new Set([zh.part.unowned, queueZh.view.unowned, matterZh.nobody]).size).toBe(1)
    expect(new Set([en.part.unowned, queueEn.view.unowned, matterEn.nobody]).size).toBe(1)
    expect(JSON.stringify(queueZh.tag)).not.toContain('无主')
  })
})
