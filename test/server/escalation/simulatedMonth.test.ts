import type { Cancel, Clock } from '../../../server/clock.ts'
import type { Incident } from '../../../shared/families/incident/Incident.ts'
import type { Move } from '../../../shared/domain/stageTable.ts'
import { expect, it } from 'vitest'
import { EmbeddedEventLog } from '../../../server/log/embedded/EmbeddedEventLog.ts'
import { decode } from '../../support/decode.ts'
import { nextDecision } from '../../../shared/commands/engine/nextDecision.ts'
import { STAGE_TABLE } from '../../../shared/domain/stageTable.ts'
import { emptyState } from '../../../shared/state/emptyState.ts'
import { fold } from '../../../shared/state/fold.ts'
import { FIRST_ENTRY } from '../../../shared/words/entryId.ts'
import { SEVERITIES } from '../../../shared/words/severity.ts'
import { EngineRun } from '../../support/EngineRun.ts'
import { EngineWorld, HOUR, MINUTE } from '../../support/EngineWorld.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { tinyBasis } from '../../support/tinyBasis.ts'
import { waitFor } from '../../support/waitFor.ts'

const DAY = 24 * HOUR
const MATTERS = 30

/** A clock that jumps as over a machine's sleep: what repeats comes once, so that a month is not a million beats. */
class JumpingClock implements Clock {
  private readonly timers = new Set<{ at: number; every: number; task: () => void }>()

  constructor(private time: number) {}

  now = () => this.time
  monotonic = () => this.time
  after = (ms: number, task: () => void): Cancel => this.add(ms, 0, task)
  every = (ms: number, task: () => void): Cancel => this.add(ms, ms, task)

  jumpTo(time: number): void {
    this.time = Math.max(this.time, time)
    for (const timer of [...this.timers].sort((a, b) => a.at - b.at)) {
      if (timer.at > this.time || !this.timers.has(timer))
        continue
      timer.at = this.time + timer.every
      if (timer.every === 0)
        this.timers.delete(timer)
      timer.task()
    }
  }

  private add(ms: number, every: number, task: () => void): Cancel {
    const timer = { at: this.time + ms, every, task }
    this.timers.add(timer)
    return () => this.timers.delete(timer)
  }
}

/** Chance that is the same in every run: a linear congruence (Numerical Recipes). */
function chanceOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor(state / 2 ** 32 * below)
  }
}

const ACTS: Partial<Record<Move, object>> = {
  accepted: {},
  dispatched: { unit: '甲' },
  acknowledged: {},
  handling: {},
  feedback: {},
  checking: {},
  closed: {},
  parked: { reason: 'season', authority: '乙' },
  resumed: {},
  returned: { reason: 'not-ours' },
  ruled: { ruling: 'upheld', by: 'dutyLead' },
  extended: { by: 'PT2H' },
  reopened: { reason: 'came-back' },
  rework: { reason: 'not-done' },
}

it('[X1][X2] a random month on a real log: the engine decides everything at its moment, lawfully and once, and leaves nothing due', async () => {
  const begin = Date.now() - 31 * DAY
  const clock = new JumpingClock(begin)
  const { state: { basis }, facts } = new EngineWorld()
  await using folder = await temporaryFolder()
  await using log = new EmbeddedEventLog({ dataDir: folder.path, clock })
  await using run = await EngineRun.start({ log, basis, roster: facts.roster, clock, holder: 'one' })
  const matters = () => [...run.projection.state.incident.incidents.values()]
  const dueAt = (matter: Incident) => nextDecision(matter, facts, clock.now())?.at ?? Infinity
  const nextDue = () => Math.min(Infinity, ...matters().map(dueAt))

  const chance = chanceOf(20_261_124)
  const reports = Array.from({ length: MATTERS }, () => begin + chance(28 * DAY)).sort((a, b) => a - b)
  let reported = 0
  let act = begin
  for (let end = begin + 30 * DAY; clock.now() < end;) {
    const next = Math.min(end, act, reports[reported] ?? Infinity, nextDue())
    clock.jumpTo(next)
    await waitFor('nothing is due', () => {
      // What the engine tries again after a moment needs that moment.
      clock.jumpTo(clock.now() + 1)
      return nextDue() > clock.now()
    })
    if (clock.now() >= (reports[reported] ?? Infinity)) {
      await run.tell(`WG-${++reported}`, 'reported', { category: 'facility', channel: 'app', severity: SEVERITIES[chance(4)], grid: tinyBasis.grids[chance(2)] })
    }
    if (clock.now() >= act) {
      const matter = matters()[chance(matters().length)]
      const lawful = matter ? (Object.keys(ACTS) as Move[]).filter(move => STAGE_TABLE[matter.stage][move] !== null) : []
      const move = lawful[chance(lawful.length)]
      if (matter && move)
        await run.tell(matter.id, move, ACTS[move])
      act = clock.now() + (20 + chance(400)) * MINUTE
    }
  }

  const entries = await log.range('incident', FIRST_ENTRY, '9999999999999-0', 100_000)
  const again = emptyState(basis)
  const decided: string[] = []
  for (const entry of entries) {
    const read = decode(entry)
    if (read.outcome !== 'event' || read.event.stream !== 'incident')
      throw new Error(JSON.stringify(read))
    const { event } = read
    if (event.source === 'wangge/engine') {
      const matter = again.incident.incidents.get(event.subject)!
      const at = Date.parse(event.time)
      const decision = nextDecision(matter, facts, at)
      expect(decision?.event, `${event.time} ${event.subject}`).toMatchObject({ type: event.type, data: event.data })
      expect(at - decision!.at).toBeGreaterThanOrEqual(0)
      expect(at - decision!.at).toBeLessThan(2 * MINUTE)
      decided.push(`${event.subject} ${matter.version} ${decision!.kind}`)
    }
    const { outcome } = fold(again, event)
    // Somebody may come too late for a matter that ended long ago; the engine never does.
    if (event.source === 'wangge/engine')
      expect(outcome).toBe('applied')
  }
  expect(new Set(decided).size).toBe(decided.length)
  expect(decided.length).toBeGreaterThan(100)
  expect(again.digest.of('152921')).toBe(run.projection.state.digest.of('152921'))
  expect(nextDue()).toBeGreaterThan(clock.now())
  expect(Object.keys(Object.fromEntries(run.engine.counts)).sort()).toEqual(expect.arrayContaining(['escalated', 'order', 'red', 'warned', 'yellow']))
}, 60_000)
