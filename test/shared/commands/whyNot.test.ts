import type { CommandType } from '../../../shared/domain/commandTable.ts'
import type { Role } from '../../../shared/words/role.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '../../../shared/commands/decide.ts'
import { whyNot } from '../../../shared/commands/whyNot.ts'
import { COMMAND_TYPES } from '../../../shared/domain/commandTable.ts'
import { anyHolder } from '../../support/anyHolder.ts'
import { arbitraryLog } from '../../support/arbitraryEvents.ts'
import { commandOf } from '../../support/commandOf.ts'
import { foldAll } from '../../support/foldAll.ts'
import { incidentEvent, T0 } from '../../support/incidentEvent.ts'

/** The widest that each command may carry: what is refused with it is refused with anything. */
const WIDEST: Partial<Record<CommandType, object[]>> = {
  dispatch: [{ unit: '供热公司' }, { assignee: 'S1' }],
  escalate: ['community', 'town', 'banner'].map(to => ({ to, reason: 'grave' })),
  sendDown: ['grid', 'community', 'town'].map(to => ({ to, reason: 'ordered' })),
  rule: [{ ruling: 'upheld' }, { ruling: 'overruled' }],
  close: [{ note: 'x' }],
  arrive: [{ unit: '城管' }, { unit: '供热公司' }],
  lead: [{ unit: '城管' }, { unit: '供热公司' }],
  reportUpward: ['first', 'follow-up', 'final'].flatMap(kind => ['phone', 'writing'].map(by => ({ kind, by, to: 'x' }))),
  receiveReport: [{}],
}

describe('a greyed action', () => {
  it('[C19] property: whatever is greyed would be refused, whatever it carried', () => {
    fc.assert(fc.property(arbitraryLog, fc.constantFrom(...(['dutyOfficer', 'dutyLead', 'gridWorker'] as Role[])), (log, role) => {
      const state = foldAll(log)
      const actor = { id: 'x', role }
      for (const incident of state.incident.incidents.values()) {
        for (const type of COMMAND_TYPES) {
          if (!whyNot(state, incident, type, actor))
            continue
          for (const data of WIDEST[type] ?? [{}])
            expect(decide(state, commandOf(type, incident, data), T0 + 3_600_000, { actor, holders: anyHolder })).toHaveProperty('reason')
        }
      }
    }), { numRuns: 30 })
  })

  it('[C19] says why: at the top nothing goes up, at the bottom nothing down, no unit is on its way, the chain has ended', () => {
    const state = foldAll([incidentEvent('reported', 0), incidentEvent('accepted', 1), incidentEvent('dispatched', 2)])
    const incident = state.incident.incidents.get('WG-1')!
    const lead = { id: 'seat-2', role: 'dutyLead' } as const
    expect(whyNot(state, incident, 'sendDown', lead)?.reason).toBe('no-such-level')
    expect(whyNot(state, incident, 'arrive', lead)?.reason).toBe('not-called')
    expect(whyNot(state, incident, 'lead', lead)?.reason).toBe('not-called')
    expect(whyNot(state, incident, 'receiveReport', lead)?.reason).toBe('no-such-target')
    expect(whyNot(state, incident, 'check', lead)).toMatchObject({ reason: 'wrong-stage', stage: 'dispatched' })
    expect(whyNot(state, incident, 'supervise', { id: 'seat-1', role: 'dutyOfficer' })).toMatchObject({ reason: 'not-allowed', may: ['dutyLead'] })
    foldAll([incidentEvent('escalated', 3, { to: 'banner', reason: 'grave' }), incidentEvent('report-sent', 4, { kind: 'first', number: 1, by: 'phone', to: 'x' }), incidentEvent('report-sent', 5, { kind: 'final', number: 2, by: 'writing', to: 'x' })], state)
    expect(whyNot(state, incident, 'escalate', lead)?.reason).toBe('no-such-level')
    expect(whyNot(state, incident, 'reportUpward', lead)?.reason).toBe('chain-ended')
    expect(whyNot(state, incident, 'dispatch', lead)).toBeUndefined()
  })
})
