import type { PageFigures } from '../load/pageRun.ts'
import type { Part } from '../Measure.ts'
import type { ChildFiles } from '../processes/buildChildren.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from '../../../server/setUp/build.mjs'
import { startRedis } from '../../support/startRedis.ts'
import { latticeDistrict } from '../load/latticeDistrict.ts'
import { pageRun } from '../load/pageRun.ts'
import { wallHandled, wallIsLive, wallPaints } from '../load/wall.ts'
import { interleaved, median } from '../stats.ts'

const COUNTY = 147
const LARGE = 14_700

/** What an event costs the wall of a district a hundred times as large; both are of equal squares. */
export function browserGrids(files: ChildFiles): Part {
  return {
    names: ['browser-grids'],
    async run({ rounds, seconds }, say) {
      await build(fileURLToPath(new URL('../../..', import.meta.url)), { say: () => () => {}, signal: undefined })
      const dir = await mkdtemp(join(tmpdir(), 'wangge-lattice-'))
      try {
        await using redis = await startRedis()
        const sizes = await Promise.all([COUNTY, LARGE].map(async count => ({
          count,
          districtDir: await latticeDistrict(join(dir, String(count)), count),
          runs: [] as PageFigures[],
        })))
        for (const { count, districtDir, runs } of interleaved(sizes, Math.ceil(rounds / 2))) {
          const run = await pageRun({ variant: 'ours', path: '/wall', districtDir, ready: wallIsLive, handled: wallHandled, paints: wallPaints }, { files, redisUrl: redis.url, seconds: seconds * 2 })
          runs.push(run)
          say(`wall of ${count} grids: ${run.perEvent.toFixed(2)} ms/event, busy ${(run.busy * 100).toFixed(0)} %`)
        }
        const [county, large] = sizes.map(({ runs }) => ({ perEvent: median(runs.map(run => run.perEvent)), all: runs.every(run => run.all === 1) })) as [Figures, Figures]
        const ratio = large.perEvent / county.perEvent
        return [{
          name: 'browser-grids',
          unit: 'ms/event handled',
          ours: large.perEvent,
          peers: { [`${COUNTY} grids`]: county.perEvent },
          ratio,
          target: '≤ 1.5 × 147 grids, all handled',
          holds: ratio <= 1.5 && large.all,
          note: `${LARGE} grids, 100 events/s; processor time of the thread${large.all ? '' : '; not all were handled'}`,
        }]
      }
      finally {
        await rm(dir, { recursive: true, force: true })
      }
    },
  }
}

interface Figures { perEvent: number; all: boolean }
