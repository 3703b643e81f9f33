import type { Page } from 'playwright-core'
import type { Paints } from './pageRun.ts'
import { Redis } from 'ioredis'
import { fromCursor } from '../../../shared/protocol/LogPosition.ts'
import { STREAMS } from '../../../shared/words/stream.ts'

interface Stores {
  get: ((name: 'projection') => { cursor: () => string | undefined })
    & ((name: 'link') => { $onAction: (listener: (call: { name: string; args: unknown[] }) => void, detached: true) => void })
}

interface Mounted {
  __vue_app__: { config: { globalProperties: { $pinia: { _s: Stores } } } }
}

/** Entries of the log that the wall has folded: those up to the cursor that its own store holds. */
export async function wallHandled({ page, redisUrl }: { page: Page; redisUrl: string }): Promise<number> {
  const cursor = await page.evaluate(() => {
    const app = document.querySelector('#app') as unknown as Mounted
    return app.__vue_app__.config.globalProperties.$pinia._s.get('projection').cursor()
  })
  const position = cursor === undefined ? undefined : fromCursor(cursor)
  if (!position)
    return 0
  const redis = new Redis(redisUrl)
  const counts = await Promise.all(STREAMS.map(async stream => (await redis.xrange(`{152921}:${stream}`, '-', position.last[stream])).length))
  redis.disconnect()
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Resolves when the wall is live. */
export async function wallIsLive(page: Page): Promise<void> {
  await page.waitForSelector('[data-truth="live"]', { timeout: 60_000 })
  await page.waitForFunction(() => document.querySelector('.maplibregl-canvas, .mapboxgl-canvas') !== null, undefined, { timeout: 60_000 })
}

/** What the wall itself notes of its paints, for its truth strip; listens from the first call on. */
export function wallPaints({ page }: { page: Page }): Promise<Paints> {
  return page.evaluate(() => {
    const kept = window as unknown as { paints?: Paints }
    const taken = kept.paints
    kept.paints = { text: [], map: [] }
    if (!taken) {
      const app = document.querySelector('#app') as unknown as Mounted
      app.__vue_app__.config.globalProperties.$pinia._s.get('link').$onAction(({ name, args }) => {
        if (name === 'painted')
          kept.paints![args[0] as 'text'].push(...args[1] as number[])
      }, true)
    }
    return taken ?? kept.paints
  })
}
