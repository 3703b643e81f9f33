import type { Organisation } from '../../../../shared/domain/district/organisationsFile.ts'
import type { StaffMember } from '../../../../shared/domain/district/staffFile.ts'
import { describe, expect, it } from 'vitest'
import { EngineWorld, HOUR, MINUTE } from '../../../support/EngineWorld.ts'

const WEEK = [1, 2, 3, 4, 5, 6, 7]
const COMMUNITY = '152921102001'
const GRID = '152921102001001'
const quiet = { cards: { yellow: null, red: null, order: null } }
const body = (region: string, from: string, to: string): Organisation => ({ id: region, kind: region.length === 12 ? 'communityCommittee' : 'workingCommittee', names: { zh: '（虚构）' }, region, shifts: [{ days: WEEK, from, to }] })
const person = (id: string, post: StaffMember['post'], from: string, to: string): StaffMember => ({ id, name: '甲（虚构）', post, grid: GRID, shifts: [{ days: WEEK, from, to }] })
const escalations = (world: EngineWorld) => world.kinds.filter(kind => kind.includes('escalated'))

describe('a limit', () => {
  it('[X1] is warned of at its threshold, and the matter goes up when it passes, with a whole limit at the new level', () => {
    const world = new EngineWorld({ rules: quiet })
    world.report()
    world.tellAll('accepted', 'dispatched', 'acknowledged', 'handling')
    world.run(8 * HOUR)
    expect(world.kinds).toEqual(['180 warned', '240 escalated community', '270 call-warned', '280 call-passed', '420 warned', '480 escalated town'])
    expect(world.matter()).toMatchObject({ stage: 'dispatched', level: 'town', breachedAt: expect.any(Number) as number })
  })

  it('[X1] that is settled in time leaves nothing to decide', () => {
    const world = new EngineWorld()
    world.report()
    world.tellAll('accepted', 'dispatched', 'acknowledged', 'handling', 'feedback')
    expect(world.next()).toBeUndefined()
    world.tellAll('closed')
    expect(world.run(30 * 24 * HOUR).kinds).toEqual([])
  })

  it('[X1] runs on from dispatch when work is done over', () => {
    const world = new EngineWorld({ rules: quiet })
    world.report()
    world.tellAll('accepted', 'dispatched', 'acknowledged', 'handling', 'feedback', 'checking')
    world.run(5 * HOUR)
    world.tellAll('rework')
    expect(world.next()).toMatchObject({ kind: 'escalated', at: world.now - HOUR })
  })

  it('[X1] for intake goes up too, or only calls, as the district has set', () => {
    const escalates = new EngineWorld()
    escalates.report()
    expect(escalations(escalates.run(9 * MINUTE))).toEqual(['4 escalated community', '8 escalated town'])
    const calls = new EngineWorld({ rules: { intake: 'call' } })
    calls.report()
    expect(calls.run(90 * MINUTE).kinds).toEqual(['3 warned', '40 call-passed', '80 call-passed'])
    expect(calls.matter()).toMatchObject({ level: 'grid', calledTo: 'lead' })
  })

  it('[X1] that was extended is warned of again at its new threshold', () => {
    const world = new EngineWorld({ rules: quiet })
    world.report()
    world.tellAll('accepted', 'dispatched', 'acknowledged', 'handling')
    world.run(200 * MINUTE)
    world.tell('extended', { by: 'PT2H' })
    expect(world.run(3 * HOUR).kinds).toEqual(['180 warned', '300 warned', '360 escalated community'])
  })

  it('[X1] that passed is not made good at the level above: such a matter was not settled in time', () => {
    const world = new EngineWorld()
    world.report()
    world.tellAll('accepted', 'dispatched', 'acknowledged', 'handling')
    world.run(4.5 * HOUR)
    world.tellAll('acknowledged', 'handling', 'feedback', 'closed')
    expect(world.matter()).toMatchObject({ settledLevel: 'community', onTime: false })
  })

  it('[X3] stops while the matter is parked, and is no more when it ends, is merged or rejected', () => {
    for (const end of ['closed', 'merged'] as const) {
      const world = new EngineWorld()
      world.report()
      world.report({}, 'WG-2')
      world.tellAll('accepted', 'dispatched', 'acknowledged', 'handling')
      world.tell('parked', { reason: 'season' })
      expect(world.next()).toBeUndefined()
      world.sleep(90 * 24 * HOUR)
      world.tell('resumed')
      expect(world.next()).toMatchObject({ kind: 'warned', at: world.now + 3 * HOUR })
      world.tellAll('feedback')
      world.tell(end, { into: 'WG-2' })
      expect(world.next()).toBeUndefined()
    }
  })

  it('[X3] of before is dead when the matter has moved to another holder, level, category or severity', () => {
    const world = new EngineWorld({ rules: quiet })
    world.report()
    world.tellAll('accepted', 'dispatched')
    world.sleep(35 * MINUTE)
    world.tell('dispatched', { unit: '供热公司' })
    expect(world.next()).toMatchObject({ kind: 'call-warned', at: world.now + 30 * MINUTE })
    world.tellAll('acknowledged', 'handling')
    world.sleep(2 * HOUR)
    world.tell('dispatched', { level: 'town' })
    world.tellAll('acknowledged')
    expect(world.next()).toMatchObject({ kind: 'warned', at: world.now + 3 * HOUR })
    world.tell('reclassified', { severity: 'II' })
    expect(world.next()).toMatchObject({ kind: 'warned', at: world.now + 1.5 * HOUR })
  })
})

describe('the top', () => {
  it('[X3] has no loop: at the banner nothing goes up, and after the last step nothing is left', () => {
    const world = new EngineWorld()
    world.report({ level: 'banner' })
    world.tellAll('accepted', 'dispatched', 'acknowledged', 'handling')
    expect(world.run(365 * 24 * HOUR).kinds).toEqual(['180 warned', '240 yellow', '360 red', '480 order'])
    expect(world.next()).toBeUndefined()
  })
})

describe('cards', () => {
  it('[X7] yellow, red and order come at their overrun, from the first limit that passed on, whatever level it is at', () => {
    const world = new EngineWorld()
    world.report()
    world.tellAll('accepted', 'dispatched', 'acknowledged', 'handling')
    world.run(9 * HOUR)
    expect(world.kinds.filter(kind => !/call|warned/.test(kind))).toEqual(['240 yellow', '240 escalated community', '360 red', '480 order', '480 escalated town'])
    expect(world.matter()).toMatchObject({ card: 'red', supervisedDue: world.state.incident.incidents.get('WG-1')!.supervisedAt + 2 * HOUR })
  })

  it('[X7] once each: one that somebody showed is not shown again, and reopening begins anew', () => {
    const world = new EngineWorld()
    world.report()
    world.tellAll('accepted', 'dispatched', 'acknowledged', 'handling')
    world.tell('supervised', { card: 'red', due: '2026-12-01T00:00:00Z' })
    expect(world.run(20 * HOUR).kinds.filter(kind => /yellow|red|order/.test(kind))).toEqual([])
    world.tell('acknowledged')
    world.tellAll('handling', 'feedback', 'closed')
    world.tell('reopened', { reason: 'came-back' })
    expect(world.matter().breachedAt).toBe(0)
  })
})

describe('a level without anybody on duty', () => {
  // 01:00 UTC is nine in the morning there; four hours later it is one in the afternoon.
  const night = [body(COMMUNITY, '20:00', '08:00')]
  const handled = (world: EngineWorld) => {
    world.report()
    world.tellAll('accepted', 'dispatched', 'acknowledged', 'handling')
    return world
  }

  it('[X4] is passed over, and the event says so', () => {
    const world = handled(new EngineWorld({ rules: quiet, organisations: night }))
    world.run(4 * HOUR)
    expect(world.decided.at(-1)!.decision.event).toEqual({ type: 'incident.escalated', data: { to: 'town', reason: 'limit-passed', passed: ['community'] } })
  })

  it('[X4] or the matter waits for the next shift, to the minute, and goes up then', () => {
    const world = handled(new EngineWorld({ rules: { ...quiet, withoutDuty: 'wait' }, organisations: night }))
    expect(escalations(world.run(14 * HOUR))).toEqual(['660 escalated community'])
  })

  it('[X4] where nobody is ever on duty above, it goes up all the same', () => {
    const never = { shifts: [] }
    const world = handled(new EngineWorld({ rules: { ...quiet, withoutDuty: 'wait' }, organisations: [{ ...body(COMMUNITY, '08:00', '20:00'), ...never }, { ...body('152921102', '08:00', '20:00'), ...never }, { ...body('152921', '08:00', '20:00'), ...never }] }))
    expect(escalations(world.run(5 * HOUR))).toEqual(['240 escalated community'])
  })

  it('[X5] judged right across midnight: a second before, and at the change itself', () => {
    const change = [body(COMMUNITY, '12:00', '00:00')]
    const limitAt = (text: string) => {
      const world = new EngineWorld({ now: Date.parse(text) - 4 * HOUR, rules: quiet, organisations: change })
      return escalations(handled(world).run(5 * HOUR))
    }
    expect(limitAt('2026-11-24T23:59:59+08:00')).toEqual(['240 escalated community'])
    expect(limitAt('2026-11-25T00:00:00+08:00')).toEqual(['240 escalated town'])
  })
})

describe('a call that nobody answers', () => {
  it('[X6] goes to the next on duty, then to the leader, and stays there', () => {
    const world = new EngineWorld({ rules: quiet, staff: [person('S1', 'gridWorker', '08:00', '20:00'), person('S2', 'gridLeader', '08:00', '20:00')] })
    world.report()
    world.tell('accepted')
    world.tell('dispatched', { assignee: 'S1' })
    world.run(3 * HOUR)
    expect(world.kinds).toEqual(expect.arrayContaining(['30 call-warned', '40 call-passed', '80 call-passed']))
    const passed = world.decided.filter(({ decision }) => decision.kind === 'call-passed').map(({ decision }) => decision.event.data)
    expect(passed).toEqual([{ to: 'next-on-duty', seat: 'S2' }, { to: 'lead', seat: 'seat-3' }])
  })

  it('[X6] goes straight to the leader where nobody else is on duty', () => {
    const world = new EngineWorld({ rules: quiet, staff: [person('S1', 'gridWorker', '08:00', '20:00'), person('S2', 'gridLeader', '20:00', '08:00')] })
    world.report()
    world.tell('accepted')
    world.tell('dispatched', { assignee: 'S1' })
    world.run(2.5 * HOUR)
    expect(world.decided.filter(({ decision }) => decision.kind === 'call-passed').map(({ minute, decision }) => [minute, decision.event.data])).toEqual([[40, { to: 'lead', seat: 'seat-3' }]])
  })

  it('[X6] for a new matter goes from seat to seat, and begins anew when the matter comes back', () => {
    const world = new EngineWorld({ rules: { ...quiet, intake: 'call' } })
    world.report()
    world.run(2 * HOUR)
    expect(world.kinds).toEqual(['3 warned', '40 call-passed', '80 call-passed'])
    world.tellAll('closed')
    world.tell('reopened', { reason: 'came-back' })
    world.run(2 * HOUR)
    expect(world.kinds.slice(3)).toEqual(['123 warned', '160 call-passed', '200 call-passed'])
    world.tellAll('accepted')
    expect(world.next()).toBeUndefined()
  })
})

describe('the gravest', () => {
  it('[X8] go straight to their level at once, when reported or when it turns out', () => {
    const world = new EngineWorld({ rules: { ...quiet, straightTo: { I: 'banner' } } })
    world.report({ severity: 'I' })
    expect(world.run(0).kinds).toEqual(['0 escalated banner'])
    world.report({}, 'WG-2')
    world.tell('accepted', {}, 'WG-2')
    world.tell('reclassified', { severity: 'I' }, 'WG-2')
    world.run(0)
    expect(world.matter('WG-2')).toMatchObject({ level: 'banner', stage: 'accepted' })
  })

  it('[X8] stay where somebody sends them afterwards', () => {
    const world = new EngineWorld({ rules: { ...quiet, intake: 'call', straightTo: { I: 'banner' } } })
    world.report({ severity: 'I' })
    world.run(0)
    world.tell('accepted')
    world.tell('dispatched', { level: 'town' })
    expect(world.next()).toMatchObject({ kind: 'call-warned' })
    world.tell('sent-down', { to: 'community', reason: 'within-capacity' })
    expect(world.next()).toMatchObject({ kind: 'call-warned' })
  })
})

it('[X10] after two hours without an engine each decision is made once, in order of its moment; what is too late to say is not said', () => {
  const world = new EngineWorld()
  world.report({ severity: 'I' }, 'WG-1')
  world.report({ severity: 'II' }, 'WG-2')
  for (const id of ['WG-1', 'WG-2']) {
    for (const move of ['accepted', 'dispatched', 'acknowledged', 'handling'])
      world.tell(move, {}, id)
  }
  world.sleep(2.5 * HOUR)
  world.run(0)
  expect(world.decided.map(({ id, decision }) => `${id} ${decision.kind}`)).toEqual(['WG-1 yellow', 'WG-1 escalated', 'WG-1 red', 'WG-1 order', 'WG-2 yellow', 'WG-2 escalated'])
  expect(world.matter('WG-1')).toMatchObject({ level: 'community', clockAt: world.now })
})

it('[X11] nothing is decided where the district has turned the engine off', () => {
  const world = new EngineWorld({ rules: { on: false } })
  world.report({ severity: 'I' })
  expect(world.run(48 * HOUR).kinds).toEqual([])
})
