import type { EventLog } from '../../../server/log/EventLog.ts'
import { expect, it } from 'vitest'
import { toAppend } from '../../../server/escalation/toAppend.ts'
import { FIRST_ENTRY } from '../../../shared/words/entryId.ts'
import { EngineRun } from '../../support/EngineRun.ts'
import { EngineWorld, HOUR, MINUTE } from '../../support/EngineWorld.ts'
import { ManualClock } from '../../support/ManualClock.ts'
import { tinyBasis } from '../../support/tinyBasis.ts'
import { waitFor } from '../../support/waitFor.ts'

const report = { category: 'facility', severity: 'II', channel: 'app', grid: tinyBasis.grids[0] }

/** What the engine does on any home of the log; `open` gives a fresh one. The clock is three hours behind, so that a test may move it on. */
export function engineStories(open: (clock: ManualClock) => Promise<EventLog>): void {
  const { state: { basis }, facts: { roster } } = new EngineWorld()
  const threeHoursAgo = () => new ManualClock(Date.now() - 3 * HOUR)

  /** Moves on to a moment with the lease renewed just before, as it is where time does not jump. */
  async function move(clock: ManualClock, ms: number, log: EventLog): Promise<void> {
    for (const step of [ms - 3000, 1500, 1500]) {
      clock.advance(step)
      // What was asked for before has been answered, and heard, when these are.
      await log.ping()
      await log.acquireLease('behind', 'test', 1)
      await log.ping()
    }
  }

  it('[X1][X2] a limit that passes becomes an event in the log, at its moment', async () => {
    const clock = threeHoursAgo()
    await using log = await open(clock)
    const start = (holder = 'one') => EngineRun.start({ log, basis, roster, clock, holder })
    await using run = await start()
    await run.tell('WG-1', 'reported', report)
    for (const move of ['accepted', 'dispatched', 'acknowledged', 'handling'])
      await run.tell('WG-1', move)
    const began = clock.now()
    expect(run.engine.waiting).toBe(1)
    await move(clock, 90 * MINUTE, log)
    await waitFor('the warning', () => run.projection.state.incident.incidents.get('WG-1')!.warnedAt > 0)
    await move(clock, 30 * MINUTE, log)
    const matter = run.projection.state.incident.incidents.get('WG-1')!
    await waitFor('the escalation', () => matter.level === 'community' && matter.card === 'yellow')
    const at = (minutes: number) => new Date(began + minutes * MINUTE).toISOString()
    expect(await run.decisions()).toEqual([
      `${at(90)} WG-1 incident.warned {"clock":"settle","level":"grid"}`,
      `${at(120)} WG-1 incident.supervised {"card":"yellow","reason":"limit-passed","by":"engine"}`,
      `${at(120)} WG-1 incident.escalated {"to":"community","reason":"limit-passed"}`,
    ])
    expect(Object.fromEntries(run.engine.counts)).toEqual({ warned: 1, yellow: 1, escalated: 1 })
  })

  it('[X40][X24] a call for help goes on at its time, and at once where a clock that jumped says that the time is over', async () => {
    const clock = threeHoursAgo()
    await using log = await open(clock)
    await using run = await EngineRun.start({ log, basis, roster, clock, holder: 'one' })
    const press = (worker: string) => log.append([{ stream: 'patrol', fields: { type: 'patrol.sos', subject: worker, time: new Date(clock.now()).toISOString(), data: JSON.stringify({ grid: tinyBasis.grids[0] }) } }], 'accepted')
    const callOf = (worker: string) => [...run.projection.state.patrol.calls.values()].find(call => call.worker === worker)
    await press('S1')
    await waitFor('the call', () => callOf('S1'))
    await move(clock, 9 * MINUTE, log)
    expect(callOf('S1')).toMatchObject({ calls: 0 })
    await move(clock, MINUTE, log)
    await waitFor('the second seat to be called', () => callOf('S1')!.calledTo === 'next-on-duty')

    await press('S2')
    await waitFor('the second call', () => callOf('S2'))
    clock.jump(15 * MINUTE)
    run.ladder.countAnew()
    // A lease that ended by the jump is taken again within seconds; the wait that was set before it would be minutes.
    const jumpedAt = clock.monotonic()
    await waitFor('both to go on', async () => {
      if (clock.monotonic() - jumpedAt < MINUTE)
        clock.advance(1000)
      await log.ping()
      return callOf('S1')!.calledTo === 'lead' && callOf('S2')!.calledTo === 'next-on-duty'
    })
  })

  it('[X10] after two hours without an engine each decision is made once and in order, even if the one that catches up dies in the middle', async () => {
    const clock = threeHoursAgo()
    await using log = await open(clock)
    const start = (holder = 'one') => EngineRun.start({ log, basis, roster, clock, holder })
    const first = await start()
    for (const [id, severity] of [['WG-1', 'I'], ['WG-2', 'II'], ['WG-3', 'IV']] as const) {
      await first.tell(id, 'reported', { ...report, severity })
      for (const move of ['accepted', 'dispatched', 'acknowledged'])
        await first.tell(id, move)
    }
    await first[Symbol.asyncDispose]()
    expect(await first.decisions()).toEqual([])
    clock.advance(2.5 * HOUR)

    const second = await start('two')
    await waitFor('the first to be decided', () => second.projection.state.incident.incidents.get('WG-1')?.card)
    await second[Symbol.asyncDispose]()
    await using third = await start('three')
    const matters = () => ['WG-1', 'WG-2', 'WG-3'].map((id) => {
      const { level, card, supervisedDue } = third.projection.state.incident.incidents.get(id)!
      return `${level} ${card} ${supervisedDue > 0}`
    })
    await waitFor('all to be caught up', () => matters().join() === 'community red true,community yellow false,grid undefined false', 10_000, matters)
    await third.folded()
    const decided = (await third.decisions()).map(line => line.slice(25))
    expect(decided.map(line => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'WG-1 incident.supervised',
      'WG-2 incident.supervised',
      ...['WG-1 incident.escalated', 'WG-2 incident.escalated', 'WG-1 incident.supervised', 'WG-1 incident.supervised'],
    ])
    expect(new Set(decided).size).toBe(decided.length)
  })

  it('[X2] two engines that decide the same hundred matters at a time decide each once', async () => {
    const clock = threeHoursAgo()
    await using log = await open(clock)
    const start = (holder = 'one') => EngineRun.start({ log, basis, roster, clock, holder })
    await using run = await start()
    const ids = Array.from({ length: 100 }, (_, i) => `WG-${i}`)
    await log.append(ids.map(subject => ({ stream: 'incident', fields: { type: 'incident.reported', subject, time: new Date(clock.now()).toISOString(), data: JSON.stringify(report) } })))
    await run.folded()
    const { token } = (await log.acquireLease('race', 'both', 60_000))!
    const decide = async (id: string) => {
      const matter = run.projection.state.incident.incidents.get(id)!
      const decision = { kind: 'escalated', at: 0, event: { type: 'incident.escalated', data: { to: 'town', reason: 'limit-passed' } } } as const
      const answer = await log.appendFenced(toAppend(decision, matter, run.projection, clock.now()), { lease: 'race', token })
      return Array.isArray(answer) ? answer[0]!.outcome : answer.outcome
    }
    const outcomes = await Promise.all([...ids, ...ids].map(decide))
    expect(outcomes.filter(outcome => outcome === 'appended')).toHaveLength(100)
    expect(await run.decisions()).toHaveLength(100)
  })

  it('[X12] one that slept through its lease writes nothing, and hears that another leads', async () => {
    const clock = threeHoursAgo()
    await using log = await open(clock)
    const start = (holder = 'one') => EngineRun.start({ log, basis, roster, clock, holder })
    await using sleeper = await start('sleeper')
    // The warning of the limit for intake, two minutes, falls due in half a second.
    await sleeper.tell('WG-1', 'reported', report, clock.now() - 89_500)
    await waitFor('it leads', () => sleeper.engine.leads && sleeper.engine.waiting === 1)
    // Its own clock stands still, the log's goes on: as for a process that was stopped.
    await log.releaseLease('tenure', 'sleeper')
    const taken = await log.acquireLease('tenure', 'other', 600_000)
    expect(taken!.token).toBe(2)
    expect(sleeper.engine.leads).toBe(true)
    clock.advance(1000)
    await waitFor('it knows', () => !sleeper.engine.leads)
    expect(await sleeper.decisions()).toEqual([])
    expect(sleeper.engine.waiting).toBe(0)
    expect((await log.range('incident', FIRST_ENTRY, '9999999999999-0', 10))).toHaveLength(1)
  })
}
