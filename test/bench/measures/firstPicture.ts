import type { Measure, Part } from '../Measure.ts'
import type { PageLoad } from '../load/pageLoad.ts'
import type { ChildFiles } from '../processes/buildChildren.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from '../../../server/setUp/build.mjs'
import { startRedis } from '../../support/startRedis.ts'
import { benchTime } from '../benchTime.ts'
import { latticeDistrict } from '../load/latticeDistrict.ts'
import { emptyRedis } from '../load/liveRun.ts'
import { pageLoad } from '../load/pageLoad.ts'
import { buildPage } from '../processes/buildPage.ts'
import { Child } from '../processes/Child.ts'
import { interleaved, median } from '../stats.ts'

const WALL = { numbers: '[data-headline=open] .number', map: '[data-panel=map] [data-drawn=true]' }
const KINDS = ['wall', 'wall without data', 'wall, empty map, no data', 'bare empty map', 'tutorial page'] as const
type Kind = (typeof KINDS)[number]
/** The product's own page; the others are pages of the bench. */
const isWall = (kind: Kind) => kind.startsWith('wall')

/**
 * How soon the wall stands in a browser that has never seen it, against the same page without data, the same page without data
 * over a district of one square, and a map that draws a background and nothing else.
 */
export function firstPicture(files: ChildFiles): Part {
  return {
    names: ['first-picture'],
    async run({ rounds }, say) {
      await build(fileURLToPath(new URL('../../..', import.meta.url)), { say: () => () => {}, signal: undefined })
      const pages: Partial<Record<Kind, string>> = { 'bare empty map': await buildPage('emptyMapPage'), 'tutorial page': await buildPage('tutorialPage') }
      const dir = await mkdtemp(join(tmpdir(), 'wangge-first-'))
      const seen = new Map<string, PageLoad[]>(KINDS.map(kind => [kind, []]))
      try {
        const square = await latticeDistrict(dir, 1)
        await using redis = await startRedis()
        for (const kind of interleaved(KINDS, rounds)) {
          await emptyRedis(redis.url)
          await using server = new Child(files.server)
          await using producer = new Child(files.producer, { env: benchTime.env() })
          if (kind === 'wall') {
            await producer.ask('start', { redisUrl: redis.url, rate: 1, open: 300 })
            await producer.ask('stop')
          }
          const { port } = await server.ask<{ port: number }>('start', { variant: isWall(kind) ? 'ours' : 'emit', redisUrl: redis.url, windowMs: 0, pages: pages[kind], districtDir: kind === 'wall, empty map, no data' ? square : undefined })
          const load = await pageLoad(`http://127.0.0.1:${port}${isWall(kind) ? '/wall' : '/'}`, isWall(kind) ? WALL : { map: kind === 'bare empty map' ? '[data-drawn=true]' : '.maplibregl-canvas' })
          seen.get(kind)!.push(load)
          say(`${kind}: numbers ${load.numbersMs.toFixed(0)} ms, map ${load.mapMs.toFixed(0)} ms, scripts ${load.scriptKb.toFixed(0)} kB`)
        }
      }
      finally {
        await rm(dir, { recursive: true })
      }
      const of = (kind: Kind, figure: keyof PageLoad) => median(seen.get(kind)!.map(load => load[figure]))
      const against = (name: string, unit: string, figure: keyof PageLoad, [peer, ...others]: [Kind, ...Kind[]], most: number, note: string): Measure => {
        const ratio = of('wall', figure) / of(peer, figure)
        return { name, unit, ours: of('wall', figure), peers: Object.fromEntries([peer, ...others].map(kind => [kind, of(kind, figure)])), ratio, target: most < Infinity ? `≤ ${most} × ${peer}` : 'side by side', holds: ratio <= most, note }
      }
      return [
        against('first-picture-numbers', 'ms', 'numbersMs', ['wall, empty map, no data', 'wall without data'], 1.5, '300 open matters; from navigation to the first number, nothing in the browser’s cache; the peer is the same page with nothing in the log over a district of one square'),
        against('first-picture-map', 'ms', 'mapMs', ['wall, empty map, no data', 'wall without data', 'bare empty map'], 2, 'until the banner map has drawn all it knew; the bare map is another page, which draws a background and nothing else'),
        against('first-picture-scripts', 'kB over the wire', 'scriptKb', ['tutorial page'], Infinity, `JavaScript until the map stands; the wall’s map stood after ${of('wall', 'mapMs').toFixed(0)} ms, the tutorial page had a canvas after ${of('tutorial page', 'mapMs').toFixed(0)} ms`),
      ]
    },
  }
}
