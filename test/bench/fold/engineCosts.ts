import type { Basis } from '../../../shared/domain/basis.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '../../../server/clock.ts'
import { Tenure } from '../../../server/tenure/Tenure.ts'
import { Engine } from '../../../server/escalation/Engine.ts'
import { DutyRoster } from '../../../shared/domain/duty/DutyRoster.ts'
import { LEVELS } from '../../../shared/words/level.ts'
import { SEVERITIES } from '../../../shared/words/severity.ts'
import { cpuMs } from '../cpuClock.ts'
import { madeBasis } from '../load/madeBasis.ts'
import { interleaved } from '../stats.ts'
import { LivingLog } from './LivingLog.ts'
import { silent } from './readToEnd.ts'

/** The limit that passes, and within how long a time it passes for all. */
const LIMIT_MS = 4000
const SPREAD_MS = 4000
const BREACHES = 100

export interface EngineRound {
  /** From the moment at which a limit passed until its escalation was folded, ms. */
  latencies: number[]
  /** Processor time while the limits passed, ms. */
  cpu: number
}

/** So many matters are open, each with a limit far ahead; of a hundred others the limit passes, one after another. */
export async function engineCosts({ sizes, rounds }: { sizes: number[]; rounds: number }): Promise<Record<number, EngineRound[]>> {
  const costs: Record<number, EngineRound[]> = Object.fromEntries(sizes.map(size => [size, []]))
  for (const size of interleaved(sizes, rounds))
    costs[size]!.push(await round(size))
  return costs
}

async function round(open: number): Promise<EngineRound> {
  const basis = shortLimits()
  await using living = await LivingLog.open(basis, undefined)
  const { log, projection } = living
  const grid = (i: number) => basis.grids[i % basis.grids.length]!
  const sent = (id: string, severity: string, i: number, at?: number) => [
    [id, 'reported', { category: 'facility', severity, channel: 'app', grid: grid(i) }, at],
    [id, 'accepted', {}, at],
    [id, 'dispatched', {}, at],
    [id, 'acknowledged', {}, at],
  ] as const
  await living.tell(Array.from({ length: open }, (_, i) => sent(`open-${i}`, 'IV', i)).flat())
  await using engine = new Engine({ log, clock: systemClock, logger: silent, projection, roster: new DutyRoster({ timeZone: 'Asia/Shanghai', staff: [], organisations: [], seats: [] }), firstRestMs: 0 })
  const tenure = new Tenure({ log, clock: systemClock, logger: silent, lease: 'tenure', holder: 'bench', offices: [engine] })
  await tenure.begin()
  while (!engine.leads || engine.waiting < open)
    await sleep(20)

  const latencies: number[] = []
  projection.listen({
    applied: (event) => {
      if (event.type === 'incident.escalated' && event.data.to === 'community')
        latencies.push(Date.now() - projection.state.incident.incidents.get(event.subject)!.breachedAt)
    },
  })
  const begin = Date.now()
  await living.tell(Array.from({ length: BREACHES }, (_, i) => sent(`short-${i}`, 'II', i, begin + i * SPREAD_MS / BREACHES)).flat())
  const before = cpuMs()
  while (latencies.length < BREACHES && Date.now() < begin + SPREAD_MS + LIMIT_MS + 20_000)
    await sleep(20)
  const cpu = cpuMs() - before
  await tenure.end()
  if (latencies.length < BREACHES)
    throw new Error(`of ${BREACHES} limits ${latencies.length} were acted upon`)
  return { latencies, cpu }
}

/** Severity II has seconds, all others days. No cards: what is counted is escalation. */
function shortLimits(): Basis {
  const basis = madeBasis(147)
  const limits = SEVERITIES.flatMap(severity => LEVELS.flatMap(level => ([
    { severity, level, clock: 'intake', limit: 'P9D', time: 'calendar', warnAt: 0.75 },
    { severity, level, clock: 'acknowledge', limit: 'P9D', time: 'calendar', warnAt: 0.75 },
    { severity, level, clock: 'settle', limit: severity === 'II' && level === 'grid' ? `PT${LIMIT_MS / 1000}S` : 'P9D', time: 'calendar', warnAt: 1 },
  ] as const)))
  return { ...basis, limits, rules: { ...basis.rules, engine: { ...basis.rules.engine, cards: { ...basis.rules.engine.cards, yellow: null, red: null, order: null } } } }
}
