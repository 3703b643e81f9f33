import type { CommandType } from '../../../shared/domain/commandTable.ts'
import type { StaffMember } from '../../../shared/domain/district/staffFile.ts'
import type { Actor } from '../../../shared/domain/duty/Actor.ts'
import type { Incident } from '../../../shared/families/incident/Incident.ts'
import type { State } from '../../../shared/state/State.ts'
import { describe, expect, it } from 'vitest'
import { decide } from '../../../shared/commands/decide.ts'
import { answerDueAt, calledSince } from '../../../shared/families/incident/answerDueAt.ts'
import { dueAt } from '../../../shared/families/incident/dueAt.ts'
import { anyHolder } from '../../support/anyHolder.ts'
import { explainLimit } from '../../../shared/families/incident/reading/explainLimit.ts'
import { emptyState } from '../../../shared/state/emptyState.ts'
import { toSnapshot } from '../../../shared/state/toSnapshot.ts'
import { tinyBasis } from '../../support/tinyBasis.ts'
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
    const decided = decide(state, commandOf(type, incident, carried), T0 + minute * MINUTE, { actor, holders: anyHolder })
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
    expect(incident).not.toHaveProperty('unit')
    expect(refused(32, 'acknowledge', {}, HEATING)).toMatchObject({ reason: 'not-yours' })
    act(33, 'acknowledge', {}, OFFICER)
    expect(incident).toMatchObject({ stage: 'acknowledged', assignee: 'seat-1', signed: [{ by: 'seat-1', at: T0 + 33 * MINUTE }] })
    expect(dueAt(incident, state.limits)).toBe(T0 + (31 + 240) * MINUTE)
    expect(refused(32, 'sendDown', { to: 'town', reason: 'ordered' })).toMatchObject({ reason: 'no-such-level' })
    act(40, 'sendDown', { reason: 'within-capacity' })
    expect(incident).toMatchObject({ level: 'grid', stage: 'dispatched', descents: 1, calledAt: T0 + 40 * MINUTE })
    const grave = inHand({ severity: 'I' })
    grave.act(5, 'escalate', { to: 'banner', reason: 'grave' })
    expect(grave.incident.level).toBe('banner')
    expect(grave.refused(6, 'escalate', { reason: 'grave' })).toMatchObject({ reason: 'no-such-level', message: expect.stringContaining('top') })
  })

  it('[C11] of a matter that is still in intake the desk is called anew at the new level', () => {
    const state = foldAll([incidentEvent('reported', 0), incidentEvent('call-passed', 20, { to: 'lead' })])
    const incident = state.incident.incidents.get('WG-1')!
    const { act } = hand(state, incident)
    act(30, 'escalate', { reason: 'ordered' })
    expect(incident).toMatchObject({ stage: 'reported', level: 'community', calledAt: T0 + 30 * MINUTE, calls: 0, dispatchedAt: 0 })
    expect(incident.calledTo).toBeUndefined()
    expect(calledSince(incident)).toBe(T0 + 30 * MINUTE)
  })

  it('[C24] what is parked changes its level only once it was resumed; the refusal says why it is parked and until when', () => {
    const { incident, act, refused } = inHand()
    act(10, 'park', { reason: 'season', authority: '带班席', until: '2027-04-01T00:00:00+08:00' })
    for (const type of ['escalate', 'sendDown'] as const)
      expect(refused(11, type, { reason: 'ordered' })).toMatchObject({ reason: 'parked', at: Date.parse('2027-04-01T00:00:00+08:00'), message: expect.stringContaining('season') })
    act(12, 'resume')
    act(13, 'escalate', { reason: 'ordered' })
    expect(incident).toMatchObject({ level: 'community', stage: 'dispatched' })
  })
})

describe('signing', () => {
  it('[C25] who signs for another is told as such; the desk needs to say on whose word, the holder does not', () => {
    const { incident, act, refused } = inHand()
    expect(refused(3, 'acknowledge', {}, OFFICER)).toMatchObject({ reason: 'needs-word', path: 'data.word', message: expect.stringContaining('供热公司') })
    act(3, 'acknowledge', { word: '调度室李工' }, OFFICER)
    expect(incident).toMatchObject({ stage: 'acknowledged', signed: [{ by: 'seat-1', at: T0 + 3 * MINUTE, for: '供热公司', word: '调度室李工' }] })
    const other = inHand()
    other.act(3, 'acknowledge', {}, HEATING)
    expect(other.incident.signed).toEqual([{ by: 'unit:供热公司', at: T0 + 3 * MINUTE }])
  })

  it('[C25] a call that went on to the lead is the lead\'s own', () => {
    const { state, incident, act } = inHand()
    foldAll([incidentEvent('call-passed', 20, { to: 'lead', seat: 'seat-2' })], state)
    act(21, 'acknowledge')
    expect(incident.signed).toEqual([{ by: 'seat-2', at: T0 + 21 * MINUTE }])
  })

  it('[C25] somebody else\'s signature after the first is kept, contradicts nobody and counts for no time; one\'s own again is refused', () => {
    const { state, incident, act, refused } = inHand()
    act(3, 'acknowledge', { word: '李工' }, OFFICER)
    const { entry } = incident
    const times = JSON.stringify(toSnapshot(state).incident.days)
    expect(refused(4, 'acknowledge', {}, OFFICER)).toMatchObject({ reason: 'nothing-changes' })
    act(5, 'acknowledge', {}, HEATING)
    expect(incident).toMatchObject({ stage: 'acknowledged', entry, signed: [{ by: 'seat-1' }, { by: 'unit:供热公司' }] })
    expect(JSON.stringify(toSnapshot(state).incident.days)).toBe(times)
  })

  it('[C26] parked before it was signed for, it waits for sign-for again, with the time that was left', () => {
    const limits = [...tinyBasis.limits, { severity: 'IV', level: 'grid', clock: 'acknowledge', limit: 'PT30M', time: 'calendar', warnAt: 0.5 } as const]
    const state = foldAll([incidentEvent('reported', 0), incidentEvent('accepted', 1), incidentEvent('dispatched', 2, { unit: '供热公司' })], emptyState({ ...tinyBasis, limits }))
    const incident = state.incident.incidents.get('WG-1')!
    const { act } = hand(state, incident)
    expect(answerDueAt(incident, state.limits)).toBe(T0 + 32 * MINUTE)
    act(12, 'park', { reason: 'weather', authority: '带班席' })
    expect(answerDueAt(incident, state.limits)).toBe(Infinity)
    act(1000, 'resume')
    expect(incident).toMatchObject({ stage: 'dispatched', unit: '供热公司' })
    expect(answerDueAt(incident, state.limits)).toBe(T0 + 1020 * MINUTE)
    act(1001, 'park', { reason: 'weather', authority: '带班席' })
    act(1101, 'resume')
    expect(answerDueAt(incident, state.limits)).toBe(T0 + 1120 * MINUTE)
    expect(explainLimit(state, incident, 'acknowledge')).toMatchObject({ parkedMs: 1088 * MINUTE, dueAt: T0 + 1120 * MINUTE })
  })

  it('[C26] it goes on at any stage at which it was parked; an event that does not say where goes on with the work', () => {
    for (const [before, stage] of [[['acknowledged'], 'acknowledged'], [['acknowledged', 'handling'], 'handling'], [['acknowledged', 'handling', 'feedback', 'rework'], 'rework']] as const) {
      const { state, incident, act } = inHand()
      foldAll(before.map((move, i) => incidentEvent(move, 3 + i)), state)
      act(10, 'park', { reason: 'weather', authority: '带班席' })
      act(20, 'resume')
      expect(incident.stage).toBe(stage)
    }
    const { state, incident } = inHand()
    foldAll([incidentEvent('parked', 3, { reason: 'weather' }), incidentEvent('resumed', 4)], state)
    expect(incident.stage).toBe('handling')
  })
})

describe('holders', () => {
  const staff = (id: string, more: Partial<StaffMember>): [string, StaffMember] => [id, { id, name: '（虚构）', post: 'gridWorker', grid: tinyBasis.grids[0]!, shifts: [], ...more }]
  const people = new Map([
    staff('S1', {}),
    staff('S2', { grid: tinyBasis.grids[1]! }),
    staff('S3', { grid: tinyBasis.grids[2]! }),
    staff('S4', { post: 'volunteer', grid: tinyBasis.grids[1]! }),
    staff('S5', { shifts: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '20:00', to: '08:00' }] }),
  ])
  const holders = { isUnit: (name: string) => name === '供热公司', person: (id: string) => people.get(id) }

  it('[C23] a unit that is not listed, a stranger, one of another grid or off shift is refused in words', () => {
    const { state, incident } = inHand()
    const decided = (type: CommandType, data: object) => decide(state, commandOf(type, incident, data), T0 + 5 * MINUTE, { actor: LEAD, holders })
    expect(decided('dispatch', { unit: '公热公司' })).toMatchObject({ reason: 'no-such-holder', path: 'data.unit', message: expect.stringContaining('公热公司') })
    expect(decided('whistle', { units: ['供热公司', '不存在'] })).toMatchObject({ reason: 'no-such-holder', path: 'data.units' })
    expect(decided('acknowledge', { unit: '不存在', word: 'x' })).toMatchObject({ reason: 'no-such-holder' })
    expect(decided('dispatch', { assignee: 'S404' })).toMatchObject({ reason: 'no-such-holder', path: 'data.assignee' })
    expect(decided('dispatch', { assignee: 'S3' })).toMatchObject({ reason: 'not-of-grid' })
    expect(decided('dispatch', { assignee: 'S4' })).toMatchObject({ reason: 'not-of-grid' })
    expect(decided('dispatch', { assignee: 'S5' })).toMatchObject({ reason: 'off-shift', at: Date.parse('2026-11-24T20:00:00+08:00') })
    for (const data of [{ unit: '供热公司' }, { assignee: 'S1' }, { assignee: 'S2' }])
      expect(decided('dispatch', data)).toEqual([{ type: 'incident.dispatched', data }])
  })

  it('[C23] who was told of as on duty can be sent whatever the roster says', () => {
    const { state, incident } = inHand()
    foldAll([{ ...incidentEvent('x', 4), stream: 'grid-status', type: 'grid-status.duty.on', subject: tinyBasis.grids[0]!, data: { worker: 'S5', post: 'gridWorker' } } as never], state)
    expect(decide(state, commandOf('dispatch', incident, { assignee: 'S5' }), T0 + 5 * MINUTE, { actor: LEAD, holders })).toHaveLength(1)
  })

  it('[C5] somebody of the next grid who was sent may act on it; whoever is sent next holds it alone', () => {
    const { incident, act, refused } = inHand()
    const neighbour: Actor = { id: 'S2', role: 'gridWorker', grid: tinyBasis.grids[1]! }
    expect(refused(5, 'acknowledge', {}, neighbour)).toMatchObject({ reason: 'not-yours' })
    const state = foldAll([incidentEvent('reported', 0), incidentEvent('accepted', 1), incidentEvent('dispatched', 2, { unit: '供热公司', assignee: 'S2' })])
    const sent = state.incident.incidents.get('WG-1')!
    hand(state, sent).act(6, 'acknowledge', {}, neighbour)
    expect(sent.signed).toEqual([{ by: 'S2', at: T0 + 6 * MINUTE }])
    act(7, 'dispatch', { assignee: 'S1' })
    expect(incident.assignee).toBe('S1')
    expect(incident).not.toHaveProperty('unit')
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

describe('unmerging', () => {
  const report = (minute: number, subject: string, data: object = {}) => incidentEvent('reported', minute, data, { subject })

  it('[C27] it is a matter of its own again, at its stage and with its clocks; the other gets back the start that it had', () => {
    const state = foldAll([report(0, 'WG-1'), incidentEvent('accepted', 1), incidentEvent('dispatched', 2, { unit: '供热公司' }), incidentEvent('parked', 4, { reason: 'weather' }), report(3, 'WG-2')])
    const incident = state.incident.incidents.get('WG-1')!
    const target = state.incident.incidents.get('WG-2')!
    const before = structuredClone(incident)
    const { act, refused } = hand(state, incident)
    expect(refused(5, 'unmerge')).toMatchObject({ reason: 'wrong-stage' })
    act(6, 'merge', { into: 'WG-2' })
    expect(state.incident.open[0]).toBe(1)
    act(60, 'unmerge', { note: '并非同一件' })
    const { version: _v, entry: _e, move: _m, movedAt: _a, actor: _who, ...as } = incident
    expect(before).toMatchObject(as)
    expect(incident).toMatchObject({ stage: 'parked', parkedFrom: 'dispatched', version: before.version + 2 })
    expect(target).toMatchObject({ duplicates: 0, clockAt: T0 + 3 * MINUTE, stage: 'reported' })
    expect(state.incident.open[0]).toBe(2)
    act(70, 'resume')
    expect(incident.stage).toBe('dispatched')
  })

  it('[C27] of several that were merged the earliest of the others still counts; a limit that began anew meanwhile stays', () => {
    const state = foldAll([report(0, 'WG-1'), report(1, 'WG-3'), report(5, 'WG-2')])
    const matter = (id: string) => state.incident.incidents.get(id)!
    hand(state, matter('WG-1')).act(6, 'merge', { into: 'WG-2' })
    hand(state, matter('WG-3')).act(7, 'merge', { into: 'WG-2' })
    expect(matter('WG-2').clockAt).toBe(T0)
    hand(state, matter('WG-1')).act(8, 'unmerge')
    expect(matter('WG-2')).toMatchObject({ clockAt: T0 + MINUTE, duplicates: 1 })
    hand(state, matter('WG-2')).act(9, 'escalate', { reason: 'ordered' })
    hand(state, matter('WG-3')).act(10, 'unmerge')
    expect(matter('WG-2')).toMatchObject({ clockAt: T0 + 9 * MINUTE, duplicates: 0 })
  })

  it('[C27] once one of the two has left it is refused', () => {
    const state = foldAll([report(0, 'WG-1', { grid: tinyBasis.grids[1]! }), report(0, 'WG-2')])
    hand(state, state.incident.incidents.get('WG-1')!).act(1, 'merge', { into: 'WG-2' })
    foldAll([incidentEvent('closed', 2, {}, { subject: 'WG-2' }), report(3000, 'WG-9')], state)
    expect(hand(state, state.incident.incidents.get('WG-1')!).refused(3001, 'unmerge')).toMatchObject({ reason: 'no-such-target' })
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
    expect(refused(21, 'reportUpward', { kind: 'final', by: 'writing', to })).toMatchObject({ reason: 'bad-command', path: 'data.kind' })
    act(22, 'acknowledge', { word: '值班电话' })
    act(23, 'handle', {})
    act(24, 'feedback', { note: '已关阀' })
    act(25, 'check', {})
    act(26, 'close', { note: '合格' })
    // After the end, until the final one, there may still be something to tell.
    act(28, 'reportUpward', { kind: 'follow-up', by: 'writing', to })
    act(30, 'reportUpward', { kind: 'final', by: 'writing', to })
    expect(incident).toMatchObject({ reports: 4, reportKind: 'final', reportReceived: 1 })
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
