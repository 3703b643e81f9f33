import type { Part } from '../Measure.ts'
import type { ReplicatedWay } from '../fold/replicatedCosts.ts'
import type { ChildFiles } from '../processes/buildChildren.ts'
import { ask, startRedis } from '../../support/startRedis.ts'
import { waitFor } from '../../support/waitFor.ts'
import { Child } from '../processes/Child.ts'
import { median } from '../stats.ts'

/** What it costs to answer when every replica has it. */
export function replicated(files: ChildFiles): Part {
  return {
    names: ['replicated'],
    async run({ rounds, seconds }) {
      await using master = await startRedis('--repl-diskless-sync-delay', '0')
      await using replica = await startRedis('--replicaof', '127.0.0.1', String(master.port))
      await waitFor(`the replica on port ${replica.port} to follow`, async () => (await ask(master.port, 'INFO replication')).includes('state=online'), 20_000)
      await using child = new Child(files.fold)
      const costs = await child.ask<Record<ReplicatedWay, number[]>>('replicatedCosts', { redisUrl: master.url, rounds, seconds: Math.min(seconds, 3) })
      const ours = median(costs.replicated)
      const plain = median(costs.accepted)
      return [{
        name: 'replicated',
        unit: 'appends/s',
        ours,
        peers: { 'answered as accepted': plain },
        ratio: ours / plain,
        target: 'reported',
        holds: true,
        note: '64 at a time, one event each, one replica on this machine; answered when the replica has confirmed',
      }]
    },
  }
}
