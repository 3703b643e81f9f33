import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nextDecision } from '../../../../shared/commands/engine/nextDecision.ts'
import { isEnded } from '../../../../shared/domain/stages.ts'
import { MOVES } from '../../../../shared/domain/stageTable.ts'
import { dueAt } from '../../../../shared/families/incident/dueAt.ts'
import { fromSnapshot } from '../../../../shared/state/fromSnapshot.ts'
import { toSnapshot } from '../../../../shared/state/toSnapshot.ts'
import { LEVELS } from '../../../../shared/words/level.ts'
import { SEVERITIES } from '../../../../shared/words/severity.ts'
import { EngineWorld, HOUR, MINUTE } from '../../../support/EngineWorld.ts'

const IDS = ['WG-1', 'WG-2', 'WG-3']
const level = fc.constantFrom(...LEVELS)
const data: Record<string, fc.Arbitrary<object>> = {
  'dispatched': fc.record({ level, assignee: fc.constant('S1') }, { requiredKeys: [] }),
  'extended': fc.record({ by: fc.constantFrom('PT30M', 'PT6H') }),
  'escalated': fc.record({ to: level, reason: fc.constant('ordered') }),
  'sent-down': fc.record({ to: level, reason: fc.constant('ordered') }),
  'supervised': fc.record({ card: fc.constantFrom('yellow', 'red'), due: fc.constant('2026-12-01T00:00:00Z') }, { requiredKeys: [] }),
  'reclassified': fc.record({ severity: fc.constantFrom(...SEVERITIES) }),
  'merged': fc.record({ into: fc.constantFrom(...IDS) }),
  'evaluated': fc.record({ satisfied: fc.boolean() }),
  'resumed': fc.constant({}),
  'recalled': fc.constant({ stage: 'closed', grid: '152921102001001', category: 'facility', severity: 'IV', channel: 'app', level: 'grid', reported: '2026-11-20T00:00:00Z', opened: '1-0', version: 3 }),
  'warned': fc.record({ clock: fc.constantFrom('settle', 'intake', 'acknowledge') }),
  'call-passed': fc.record({ to: fc.constantFrom('next-on-duty', 'lead') }),
}
const act = fc.constantFrom(...MOVES).chain(move => fc.record({
  move: fc.constant(move as string),
  id: fc.constantFrom(...IDS),
  data: data[move] ?? fc.constant({ text: 'x', unit: 'u', units: ['u'], reason: 'season', from: 'WG-9', number: 1, kind: 'first', by: 'phone', to: 'x', item: 'a', done: true }),
}))
const report = fc.record({ move: fc.constant('reported'), id: fc.constantFrom(...IDS), data: fc.record({ severity: fc.constantFrom(...SEVERITIES), level }) })
const step = fc.record({
  minutes: fc.oneof(fc.nat(30), fc.nat(600)),
  asleep: fc.boolean(),
  act: fc.oneof({ weight: 6, arbitrary: act }, { weight: 1, arbitrary: report }),
})
const rules = fc.record({
  intake: fc.constantFrom('escalate', 'call'),
  withoutDuty: fc.constantFrom('pass', 'wait'),
  straightTo: fc.constantFrom({}, { I: 'banner' }, { I: 'town', II: 'community' }),
} as const)
const organisations = fc.constantFrom(...[[], [{ id: 'c', kind: 'communityCommittee' as const, names: { zh: '（虚构）' }, region: '152921102001', shifts: [{ days: [1, 3, 5], from: '22:00', to: '06:00' }] }]])

/** A history: people do what they do, lawful or not; in between the engine runs, or sleeps. */
const history = fc.record({ rules, organisations, steps: fc.array(step, { minLength: 1, maxLength: 40, size: 'max' }) })

function play({ rules, organisations, steps }: typeof history extends fc.Arbitrary<infer T> ? T : never): EngineWorld {
  const world = new EngineWorld({ rules, organisations })
  world.report()
  for (const { minutes, asleep, act: { move, id, data } } of steps) {
    if (asleep)
      world.sleep(minutes * MINUTE)
    else
      world.run(minutes * MINUTE)
    if (move === 'reported')
      world.report(data, id)
    else
      world.tell(move, data, id)
  }
  return world
}

it('[X2] property: whatever was done, every decision is lawful, made once, and none is left that is due', () => {
  fc.assert(fc.property(history, (what) => {
    const world = play(what)
    const before = world.decided.length
    // Throws if the fold does not take what was decided.
    world.run(0)
    const { state, now } = world
    for (const incident of state.incident.incidents.values()) {
      const next = world.next(incident.id)
      expect(next === undefined || next.at > now).toBe(true)
      if (isEnded(incident.stage) || incident.parkedAt > 0)
        expect(next).toBeUndefined()
      const mayGoUp = !['feedback', 'checking'].includes(incident.stage) && incident.level !== 'banner' && (incident.clock === 'settle' || what.rules.intake === 'escalate') && what.rules.withoutDuty === 'pass'
      if (mayGoUp && !isEnded(incident.stage))
        expect(dueAt(incident, state.limits)).toBeGreaterThan(now)
    }
    expect(world.decided.length - before).toBeLessThan(40)
    const once = world.decided.filter(({ decision }) => ['yellow', 'red'].includes(decision.kind)).map(({ id, decision }) => id + decision.kind)
    expect(new Set(once).size).toBe(once.length)
  }), { numRuns: 300 })
})

it('[X3] property: left alone, every matter comes to rest: a year brings few decisions and then none', () => {
  fc.assert(fc.property(history, (what) => {
    const world = play(what)
    const before = world.decided.length
    world.run(365 * 24 * HOUR)
    expect(world.decided.length - before).toBeLessThan(3 * 25)
    for (const id of world.state.incident.incidents.keys())
      expect(world.next(id)).toBeUndefined()
  }), { numRuns: 150 })
})

it('[X2] property: the same matter, restored from a checkpoint, has the same next decision', () => {
  fc.assert(fc.property(history, (what) => {
    const world = play(what)
    const restored = fromSnapshot(structuredClone(toSnapshot(world.state)))
    for (const [id, incident] of world.state.incident.incidents)
      expect(nextDecision(restored.incident.incidents.get(id)!, world.facts, world.now)).toEqual(nextDecision(incident, world.facts, world.now))
  }), { numRuns: 100 })
})
