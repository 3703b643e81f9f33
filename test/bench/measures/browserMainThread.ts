import type { Measure, Part } from '../Measure.ts'
import type { ChildFiles } from '../processes/buildChildren.ts'
import type { PageFigures, PageUnderLoad } from '../load/pageRun.ts'
import { fileURLToPath } from 'node:url'
import { build } from '../../../server/setUp/build.mjs'
import { startRedis } from '../../support/startRedis.ts'
import { pageRun } from '../load/pageRun.ts'
import { wallHandled, wallIsLive, wallPaints } from '../load/wall.ts'
import { buildPage } from '../processes/buildPage.ts'
import { interleaved, median, quantile } from '../stats.ts'

const PEER = 'tutorial page'
/** What the demo begins with: both pages draw today against yesterday, and a page of arrays has both days in them. */
const PAST = { events: 20_000, hours: 48 }

/** What the wall costs and how soon it shows at 100 events/s, against a page as tutorials build it. */
export function browserMainThread(files: ChildFiles): Part {
  return {
    names: ['browser-main-thread', 'event-to-pixel'],
    async run({ rounds, seconds }, say) {
      await build(fileURLToPath(new URL('../../..', import.meta.url)), { say: () => () => {}, signal: undefined })
      const pages = await buildPage('tutorialPage')
      await using redis = await startRedis()
      const wall: PageUnderLoad = { variant: 'ours', path: '/wall', past: PAST, ready: wallIsLive, handled: wallHandled, paints: wallPaints }
      const tutorial: PageUnderLoad = {
        variant: 'emit',
        path: '/',
        pages,
        past: PAST,
        ready: page => page.waitForSelector('[data-ready]', { timeout: 60_000 }),
        handled: ({ server }) => server.ask<number>('handled'),
        paints: async ({ server }) => {
          const all = await server.ask<number[]>('paints')
          return { text: all, map: all }
        },
      }
      const seen = new Map<PageUnderLoad, PageFigures[]>([[wall, []], [tutorial, []]])
      for (const page of interleaved([wall, tutorial], Math.ceil(rounds / 2))) {
        const run = await pageRun(page, { files, redisUrl: redis.url, seconds: seconds * 6 })
        seen.get(page)!.push(run)
        say(`browser ${page.path === '/wall' ? 'wall' : PEER}: ${run.perEvent.toFixed(2)} ms/event, busy ${(run.busy * 100).toFixed(0)} %, handled ${(run.handled * 100).toFixed(0)} %`)
      }
      const of = (page: PageUnderLoad, figure: 'perEvent' | 'busy' | 'handled' | 'all') => median(seen.get(page)!.map(run => run[figure]))
      const shown = (page: PageUnderLoad, what: 'text' | 'map', q: number) => median(seen.get(page)!.map(run => quantile(run.paints[what], q)))
      const soon = (name: string, what: 'text' | 'map', q: number, mostMs: number): Measure => ({
        name,
        unit: 'ms',
        ours: shown(wall, what, q),
        peers: { [PEER]: shown(tutorial, what, q) },
        ratio: shown(wall, what, q) / shown(tutorial, what, q),
        target: `≤ ${mostMs} ms, better than tutorial`,
        holds: shown(wall, what, q) <= Math.min(mostMs, shown(tutorial, what, q)),
        note: what === 'text'
          ? 'from entry to the paint of the first number, tile, list or strip that shows it; the tutorial page paints all at once, and what it had not painted is not in its figure'
          : 'from entry to the paint after both maps show their marks and fills of it; software rendering',
      })
      const ratio = of(wall, 'perEvent') / of(tutorial, 'perEvent')
      return [{
        name: 'browser-main-thread',
        unit: 'ms/event handled',
        ours: of(wall, 'perEvent'),
        peers: { [PEER]: of(tutorial, 'perEvent') },
        ratio,
        target: '≤ 1/15 × tutorial, all handled',
        holds: ratio <= 1 / 15 && of(wall, 'all') === 1,
        note: `100 events/s after a past of ${PAST.hours} h; the wall handled ${of(wall, 'all') === 1 ? 'all' : `${(of(wall, 'handled') * 100).toFixed(0)} %`} and was busy ${(of(wall, 'busy') * 100).toFixed(0)} %, the tutorial page ${(of(tutorial, 'handled') * 100).toFixed(0)} % and ${(of(tutorial, 'busy') * 100).toFixed(0)} %; processor time of the thread`,
      }, soon('event-to-pixel-p50', 'text', 0.5, 150), soon('event-to-pixel-p99', 'text', 0.99, 350), soon('event-to-pixel-map', 'map', 0.99, 600)]
    },
  }
}
