import type { Measure, Part } from '../Measure.ts'
import type { EngineRound } from '../fold/engineCosts.ts'
import type { GuardedWay } from '../fold/guardedCosts.ts'
import type { ChildFiles } from '../processes/buildChildren.ts'
import { startRedis } from '../../support/startRedis.ts'
import { Child } from '../processes/Child.ts'
import { median, quantile } from '../stats.ts'

const FEW = 1000
const MANY = 10_000
const FLAT = 1.25

/** How late the engine is, and what it costs with few and with many matters open. */
export function engine(files: ChildFiles): Part {
  return {
    names: ['engine'],
    async run({ rounds }) {
      await using child = new Child(files.fold)
      const costs = await child.ask<Record<number, EngineRound[]>>('engineCosts', { sizes: [FEW, MANY], rounds: Math.ceil(rounds / 2) })
      const late = (size: number) => quantile(costs[size]!.flatMap(({ latencies }) => latencies), 0.99)
      const cpu = (size: number) => median(costs[size]!.map(each => each.cpu))
      const few = { late: late(FEW), cpu: cpu(FEW) }
      const many = { late: late(MANY), cpu: cpu(MANY) }
      return [
        {
          name: 'engine-breach',
          unit: 'ms',
          ours: many.late,
          peers: { '1,000 open': few.late },
          ratio: many.late / few.late,
          target: 'p99 ≤ 1 s',
          holds: many.late <= 1000,
          note: '10,000 matters open, 100 limits pass in 4 s; from the limit until the escalation is folded, embedded log',
        },
        {
          name: 'engine-cpu',
          unit: 'CPU ms / 100 limits',
          ours: many.cpu,
          peers: { '1,000 open': few.cpu },
          ratio: many.cpu / few.cpu,
          target: `flat, ≤ ${FLAT} × that of 1,000`,
          holds: many.cpu <= FLAT * few.cpu,
          note: 'in the same runs: engine, append, read and fold',
        },
      ] satisfies Measure[]
    },
  }
}

/** Commands against bare appends of the same events. */
export function guarded(files: ChildFiles): Part {
  return {
    names: ['guarded'],
    async run({ rounds, seconds }) {
      await using redis = await startRedis()
      await using child = new Child(files.fold)
      const costs = await child.ask<Record<GuardedWay, number[]>>('guardedCosts', { redisUrl: redis.url, rounds, seconds: Math.min(seconds, 3) })
      return (['embedded', 'redis'] as const).map((home) => {
        const ours = median(costs[home])
        const bare = median(costs[`${home}Bare`])
        return {
          name: `guarded-${home}`,
          unit: 'commands/s',
          ours,
          peers: { 'bare appends': bare },
          ratio: ours / bare,
          target: '≥ 1/3 of bare appends',
          holds: ours >= bare / 3,
          note: '64 at a time, each about another matter, durable; judged, appended under guard and answered when folded',
        }
      })
    },
  }
}
