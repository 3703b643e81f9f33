import type { Part } from '../Measure.ts'
import type { ChildFiles } from '../processes/buildChildren.ts'
import type { Way } from '../fold/startCosts.ts'
import { startRedis } from '../../support/startRedis.ts'
import { Child } from '../processes/Child.ts'
import { median } from '../stats.ts'

/** A checkpoint comes every 25,000 entries, so half of that waits behind it on the average. */
const REST_SHARE = 12_500 / 1_000_000

/** How long a start takes on a log of a million events. */
export function checkpointMillion(files: ChildFiles): Part {
  return {
    names: ['checkpoint-1M', 'fold-all-1M'],
    async run({ million, rounds }) {
      await using redis = await startRedis('--appendonly', 'no')
      await using child = new Child(files.fold, { nodeArgs: ['--expose-gc'] })
      const costs = await child.ask<Record<Way, number[]>>('startCosts', { count: million, rest: Math.round(million * REST_SHARE), redisUrl: redis.url, rounds: Math.ceil(rounds / 2) }, 400_000)
      const ms = Object.fromEntries(Object.entries(costs).map(([way, values]) => [way, median(values)])) as Record<Way, number>
      const line = (name: string, ours: number, peer: string, against: number, most: number, target: string, note: string) => ({
        name,
        unit: 'ms',
        ours,
        peers: { [peer]: against },
        ratio: ours / against,
        target,
        holds: ours / against <= most,
        note,
      })
      const events = `${million} events of the demo district, 96 % positions`
      return [
        line('checkpoint-1M-embedded', ms.embeddedCheckpoint, 'folding all', ms.embedded, 1 / 20, '≤ 1/20 of folding all', `${events}; 12,500 of a million wait behind the checkpoint`),
        line('checkpoint-1M-redis', ms.redisCheckpoint, 'folding all', ms.redis, 1 / 20, '≤ 1/20 of folding all', 'the same on Redis'),
        line('fold-all-1M-embedded', ms.embedded, 'in memory', ms.memory, 1.5, '≤ 1.5 × parse-and-fold in memory', `${events}, read, placed and folded; the peer has the entries in memory`),
        line('fold-all-1M-redis', ms.redis, 'in memory', ms.memory, 5, '≤ 5 × parse-and-fold in memory', 'the same from Redis by XREAD'),
      ]
    },
  }
}
