import type { Part } from '../Measure.ts'
import type { ChildFiles } from '../processes/buildChildren.ts'
import type { PageFigures, PageUnderLoad } from '../load/pageRun.ts'
import { fileURLToPath } from 'node:url'
import { build } from '../../../server/setUp/build.mjs'
import { startRedis } from '../../support/startRedis.ts'
import { pageRun } from '../load/pageRun.ts'
import { wallHandled, wallIsLive } from '../load/wall.ts'
import { buildTutorial } from '../processes/buildTutorial.ts'
import { interleaved, median } from '../stats.ts'

const PEER = 'tutorial page'

/** Main-thread time of the wall for each event at 100 events/s, against a page as tutorials build it. */
export function browserMainThread(files: ChildFiles): Part {
  return {
    names: ['browser-main-thread'],
    async run({ rounds, seconds }, say) {
      await build(fileURLToPath(new URL('../../..', import.meta.url)), { say: () => () => {}, signal: undefined })
      const pages = await buildTutorial()
      await using redis = await startRedis()
      const wall: PageUnderLoad = { variant: 'ours', path: '/wall', ready: wallIsLive, handled: wallHandled }
      const tutorial: PageUnderLoad = {
        variant: 'emit',
        path: '/',
        pages,
        ready: page => page.waitForSelector('.maplibregl-canvas'),
        handled: ({ server }) => server.ask<number>('handled'),
      }
      const seen = new Map<PageUnderLoad, PageFigures[]>([[wall, []], [tutorial, []]])
      for (const page of interleaved([wall, tutorial], Math.ceil(rounds / 2))) {
        const run = await pageRun(page, { files, redisUrl: redis.url, seconds: seconds * 2 })
        seen.get(page)!.push(run)
        say(`browser ${page.path === '/wall' ? 'wall' : PEER}: ${run.perEvent.toFixed(2)} ms/event, busy ${(run.busy * 100).toFixed(0)} %, handled ${(run.handled * 100).toFixed(0)} %`)
      }
      const of = (page: PageUnderLoad, figure: keyof PageFigures) => median(seen.get(page)!.map(run => run[figure]))
      const ratio = of(wall, 'perEvent') / of(tutorial, 'perEvent')
      return [{
        name: 'browser-main-thread',
        unit: 'ms/event handled',
        ours: of(wall, 'perEvent'),
        peers: { [PEER]: of(tutorial, 'perEvent') },
        ratio,
        target: '≤ 1/15 × tutorial, all handled',
        holds: ratio <= 1 / 15 && of(wall, 'all') === 1,
        note: `100 events/s; the wall handled ${of(wall, 'all') === 1 ? 'all' : `${(of(wall, 'handled') * 100).toFixed(0)} %`} and was busy ${(of(wall, 'busy') * 100).toFixed(0)} %, the tutorial page ${(of(tutorial, 'handled') * 100).toFixed(0)} % and ${(of(tutorial, 'busy') * 100).toFixed(0)} %; processor time of the thread`,
      }]
    },
  }
}
