import type { Part } from '../Measure.ts'
import type { ChildFiles } from '../processes/buildChildren.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build } from '../../../server/setUp/build.mjs'
import { chromium as launch } from '../../support/chromium.ts'
import { startRedis } from '../../support/startRedis.ts'
import { benchTime } from '../benchTime.ts'
import { mainThreadOf } from '../load/mainThreadOf.ts'
import { wallIsLive } from '../load/wall.ts'
import { Child } from '../processes/Child.ts'
import { median } from '../stats.ts'

/** Until dots that were on their way have arrived and all that was asked for is drawn. */
const SETTLE_MS = 15_000

/** What the main thread of the wall does while nothing happens: a clock, a heartbeat, ages. */
export function browserIdle(files: ChildFiles): Part {
  return {
    names: ['browser-idle'],
    async run({ rounds, seconds }, say) {
      await build(fileURLToPath(new URL('../../..', import.meta.url)), { say: () => () => {}, signal: undefined })
      await using redis = await startRedis()
      await using producer = new Child(files.producer, { env: benchTime.env() })
      await producer.ask('before', { redisUrl: redis.url, open: 300, events: 0, hours: 0 })
      await producer.ask('start', { redisUrl: redis.url, rate: 100, open: 300 })
      await using server = new Child(files.server)
      const { port } = await server.ask<{ port: number }>('start', { variant: 'ours', redisUrl: redis.url, windowMs: 0 })
      const browser = await chromium.launch(launch)
      try {
        const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
        await page.goto(`http://127.0.0.1:${port}/wall`)
        await wallIsLive(page)
        await producer.ask('stop')
        await pause(SETTLE_MS)
        const mainThreadMs = await mainThreadOf(browser)
        const busy: number[] = []
        for (let round = 0; round < rounds; round++) {
          const before = { ms: await mainThreadMs(), at: performance.now() }
          await pause(seconds * 1000)
          busy.push((await mainThreadMs() - before.ms) / (performance.now() - before.at))
          say(`idle wall: ${(busy.at(-1)! * 100).toFixed(1)} %`)
        }
        return [{
          name: 'browser-idle',
          unit: '% of the main thread',
          ours: median(busy) * 100,
          peers: {},
          ratio: Number.NaN,
          target: '≤ 3 %',
          holds: median(busy) <= 0.03,
          note: '300 open matters, no event for 15 s; processor time of the thread',
        }]
      }
      finally {
        await browser.close()
      }
    },
  }
}
