import type { CommandType } from '../../../shared/domain/commandTable.ts'
import type { Actor } from '../../../shared/domain/duty/Actor.ts'
import type { Incident } from '../../../shared/families/incident/Incident.ts'
import type { State } from '../../../shared/state/State.ts'
import { describe, expect, it } from 'vitest'
import { decide } from '../../../shared/commands/decide.ts'
import { dueAt } from '../../../shared/families/incident/dueAt.ts'
import { commandOf } from '../../support/commandOf.ts'
import { foldAll } from '../../support/foldAll.ts'
import { foldDecided } from '../../support/foldDecided.ts'
import { incidentEvent, T0 } from '../../support/incidentEvent.ts'

const MINUTE = 60_000
const LEAD: Actor = { id: 'seat-2', role: 'dutyLead' }
const OFFICER: Actor = { id: 'seat-1', role: 'dutyOfficer' }
const HEATING: Actor = { id: 'unit:供热公司', role: 'unit', unit: '供热公司' }

/** A matter in hand with the heating company, and a hand that acts on it at a minute. */
function inHand(data: object = {}) {
  const state = foldAll([incidentEvent('reported', 0, data), incidentEvent('accepted', 1), incidentEvent('dispatched', 2, { unit: '供热公司' })])
  const incident = state.incident.incidents.get('WG-1')!
  return { state, incident, ...hand(state, incident) }
}

function hand(state: State, incident: Incident) {
  const act = (minute: number, type: CommandType, carried: object = {}, actor = LEAD) => foldDecided(state, commandOf(type, incident, carried), T0 + minute * MINUTE, actor)
  const refused = (minute: number, type: CommandType, carried: object = {}, actor = LEAD) => {
    const decided = decide(state, commandOf(type, incident, carried), T0 + minute * MINUTE, { actor })
    return 'reason' in decided ? decided : undefined
  }
  return { act, refused }
}

describe('returns', () => {
  it('[C10] are counted per matter and unit, wait for a ruling, and at the ceiling the matter goes up', () => {
    const { incident, act, refused } = inHand()
    act(10, 'return', { reason: 'not-ours' }, HEATING)
    expect(incident).toMatchObject({ stage: 'returned', returns: 1, returnedBy: [{ unit: '供热公司', times: 1 }] })
    expect(refused(11, 'dispatch', { unit: '城管' }, OFFICER)).toMatchObject({ reason: 'not-ruled', may: ['dutyLead'] })
    act(12, 'rule', { ruling: 'overruled' })
    expect(incident).toMatchObject({ stage: 'dispatched', unit: '供热公司', overruled: 1 })
    act(20, 'return', { reason: 'beyond-capacity' }, HEATING)
    expect(incident).toMatchObject({ stage: 'returned', level: 'community', returns: 2, escalations: 1, returnedBy: [{ unit: '供热公司', times: 2 }] })
    act(21, 'dispatch', { unit: '城管' })
    expect(incident).toMatchObject({ stage: 'dispatched', unit: '城管', overruled: 1 })
    expect(incident.ruling).toBeUndefined()
  })

  it('[C10] at the top a matter that is returned too often is supervised: there is no way further up', () => {
    const { incident, act } = inHand({ level: 'banner' })
    act(10, 'return', { reason: 'not-ours' })
    act(11, 'rule', { ruling: 'upheld' })
    act(12, 'dispatch', { unit: '城管' }, OFFICER)
    act(13, 'return', { reason: 'not-ours' })
    expect(incident).toMatchObject({ stage: 'returned', level: 'banner', supervised: true })
  })
})

describe('levels', () => {
  it('[C11] up one level, to any for the gravest, down to any; the limit and the call begin anew', () => {
    const { state, incident, act, refused } = inHand()
    act(30, 'acknowledge', {}, HEATING)
    expect(refused(31, 'escalate', { to: 'banner', reason: 'ordered' })).toMatchObject({ reason: 'no-such-level' })
    act(31, 'escalate', { reason: 'beyond-capacity' })
    expect(incident).toMatchObject({ level: 'community', stage: 'dispatched', calledAt: T0 + 31 * MINUTE })
    expect(dueAt(incident, state.limits)).toBe(T0 + (31 + 240) * MINUTE)
    expect(refused(32, 'sendDown', { to: 'town', reason: 'ordered' })).toMatchObject({ reason: 'no-such-level' })
    act(40, 'sendDown', { reason: 'within-capacity' })
    expect(incident).toMatchObject({ level: 'grid', stage: 'dispatched', descents: 1, calledAt: T0 + 40 * MINUTE })
    const grave = inHand({ severity: 'I' })
    grave.act(5, 'escalate', { to: 'banner', reason: 'grave' })
    expect(grave.incident.level).toBe('banner')
    expect(grave.refused(6, 'escalate', { reason: 'grave' })).toMatchObject({ reason: 'no-such-level', message: expect.stringContaining('top') })
  })
})

describe('merging', () => {
  it('[C12] both matters know it; the earlier start counts where limits are of one kind; an ended matter takes none', () => {
    const state = foldAll([incidentEvent('reported', 0), incidentEvent('reported', 3, {}, { subject: 'WG-2' }), incidentEvent('reported', 4, {}, { subject: 'WG-3' })])
    const incident = state.incident.incidents.get('WG-1')!
    const target = state.incident.incidents.get('WG-2')!
    const { act, refused } = hand(state, incident)
    expect(refused(5, 'merge', { into: 'WG-1' })).toMatchObject({ reason: 'no-such-target' })
    expect(refused(5, 'merge', { into: 'WG-404' })).toMatchObject({ reason: 'no-such-target' })
    act(5, 'merge', { into: 'WG-2' })
    expect(incident).toMatchObject({ stage: 'merged', mergedInto: 'WG-2' })
    expect(target).toMatchObject({ stage: 'reported', duplicates: 1, clockAt: T0, reportedAt: T0 + 3 * MINUTE })
    expect(hand(state, state.incident.incidents.get('WG-3')!).refused(6, 'merge', { into: 'WG-1' })).toMatchObject({ reason: 'no-such-target', stage: 'merged' })
  })
})

describe('upward reports', () => {
  it('[C13] are numbered from the first, by telephone and in writing, to the final one', () => {
    const { incident, act, refused } = inHand({ severity: 'I' })
    const to = '旗政府总值班室'
    expect(refused(3, 'reportUpward', { kind: 'follow-up', by: 'phone', to })).toMatchObject({ reason: 'bad-command' })
    act(3, 'reportUpward', { kind: 'first', by: 'phone', to })
    act(9, 'reportUpward', { kind: 'first', by: 'writing', to, text: '…' })
    expect(incident).toMatchObject({ reports: 1, reportKind: 'first', phonedAt: T0 + 3 * MINUTE, writtenAt: T0 + 9 * MINUTE })
    expect(refused(10, 'reportUpward', { kind: 'first', by: 'phone', to })).toMatchObject({ reason: 'bad-command' })
    act(11, 'receiveReport', {})
    expect(refused(12, 'receiveReport', {})).toMatchObject({ reason: 'nothing-changes' })
    act(20, 'reportUpward', { kind: 'follow-up', by: 'writing', to })
    act(30, 'reportUpward', { kind: 'final', by: 'writing', to })
    expect(incident).toMatchObject({ reports: 3, reportKind: 'final', reportReceived: 1 })
    expect(refused(31, 'reportUpward', { kind: 'follow-up', by: 'writing', to })).toMatchObject({ reason: 'chain-ended' })
  })
})

describe('units', () => {
  it('[C14] arrive once, if they were called; one of them, or the holder, leads', () => {
    const { incident, act, refused } = inHand()
    expect(refused(3, 'arrive', { unit: '城管' })).toMatchObject({ reason: 'not-called' })
    act(4, 'whistle', { units: ['城管', '城管', '电力'] })
    expect(refused(5, 'whistle', { units: ['电力'] })).toMatchObject({ reason: 'nothing-changes' })
    act(6, 'arrive', { unit: '城管' })
    expect(refused(7, 'arrive', { unit: '城管' })).toMatchObject({ reason: 'nothing-changes', at: T0 + 6 * MINUTE })
    expect(refused(8, 'lead', { unit: '水务' })).toMatchObject({ reason: 'not-called' })
    act(9, 'lead', { unit: '供热公司' })
    expect(incident).toMatchObject({ led: true, leadUnit: '供热公司', arrived: 1, units: [{ unit: '城管', at: T0 + 6 * MINUTE }, { unit: '电力', at: 0 }] })
  })
})

describe('classes', () => {
  it('[C15] graver: the limit whole from that moment; lighter: from the old start, warned of anew', () => {
    const { state, incident, act, refused } = inHand()
    foldAll([incidentEvent('warned', 200, { clock: 'settle' })], state)
    act(210, 'reclassify', { severity: 'II' })
    expect(incident).toMatchObject({ warnedAt: 0, clockAt: T0 + 210 * MINUTE })
    expect(dueAt(incident, state.limits)).toBe(T0 + (210 + 120) * MINUTE)
    act(220, 'reclassify', { severity: 'III' })
    expect(dueAt(incident, state.limits)).toBe(T0 + (210 + 180) * MINUTE)
    expect(refused(230, 'reclassify', { severity: 'III' })).toMatchObject({ reason: 'nothing-changes' })
    expect(refused(230, 'reclassify', { category: 'safety', subcategory: 'litter' })).toMatchObject({ reason: 'bad-command', path: 'data.subcategory' })
  })
})
