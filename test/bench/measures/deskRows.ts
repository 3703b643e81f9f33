import type { Part } from '../Measure.ts'
import type { ChildFiles } from '../processes/buildChildren.ts'
import { fileURLToPath } from 'node:url'
import { build } from '../../../server/setUp/build.mjs'
import { startRedis } from '../../support/startRedis.ts'
import { deskRun } from '../load/deskRun.ts'
import { buildPlainDesk } from '../processes/buildPlainDesk.ts'
import { interleaved, median } from '../stats.ts'

const OPEN = 10_000
const PEER = 'plain list'

/** What the desk's main thread does with 10,000 open matters, scrolled and updated, against a plain list of the same rows. */
export function deskRows(files: ChildFiles): Part {
  return {
    names: ['desk-10000'],
    async run({ rounds, seconds }, say) {
      await build(fileURLToPath(new URL('../../..', import.meta.url)), { say: () => () => {}, signal: undefined })
      const plain = await buildPlainDesk()
      await using redis = await startRedis()
      const cost = { ours: [] as number[], plain: [] as number[] }
      for (const variant of interleaved(['ours', 'plain'] as const, Math.ceil(rounds / 2))) {
        const run = await deskRun(OPEN, variant === 'plain' ? plain : undefined, { files, redisUrl: redis.url, steps: seconds * 20 })
        cost[variant].push(run.perStep)
        say(`desk-10000 ${variant}: ${run.perStep.toFixed(1)} ms a step, ${run.rows} rows in the page`)
      }
      const [ours, peer] = [median(cost.ours), median(cost.plain)]
      return [{
        name: 'desk-10000',
        unit: 'ms a step',
        ours,
        peers: { [PEER]: peer },
        ratio: ours / peer,
        target: '≤ 1/12 × plain list',
        holds: ours / peer <= 1 / 12,
        note: '100 events/s; a step scrolls three rows, waits for the paint and the rest of 100 ms. Of the whole page, of which the list alone differs; processor time of the thread',
      }]
    },
  }
}
