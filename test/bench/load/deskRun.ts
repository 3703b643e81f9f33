import type { ChildFiles } from '../processes/buildChildren.ts'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { chromium as launch } from '../../support/chromium.ts'
import { waitFor } from '../../support/waitFor.ts'
import { benchTime } from '../benchTime.ts'
import { Child } from '../processes/Child.ts'
import { emptyRedis } from './liveRun.ts'
import { mainThreadOf } from './mainThreadOf.ts'

const RATE = 100
const WARM_MS = 5000
const LIMIT_MS = 120_000

export interface DeskFigures {
  /** Main-thread processor time for each step of the script, ms. */
  perStep: number
  /** Rows in the page. */
  rows: number
}

/**
 * A desk with so many open matters and 100 events a second, while its queue is scrolled up and down by a script: three rows, the
 * paint that shows them, the rest of 100 ms. A page that cannot keep up takes longer for its steps.
 * @param pages another build of the client in place of the server's own
 */
export async function deskRun(open: number, pages: string | undefined, { files, redisUrl, steps }: { files: ChildFiles; redisUrl: string; steps: number }): Promise<DeskFigures> {
  await emptyRedis(redisUrl)
  await using server = new Child(files.server)
  const { port } = await server.ask<{ port: number }>('start', { variant: 'ours', redisUrl, windowMs: 0 })
  await using producer = new Child(files.producer, { env: benchTime.env() })
  await producer.ask('start', { redisUrl, rate: RATE, open })
  const browser = await chromium.launch(launch)
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    if (pages !== undefined) {
      await page.route('**/duty?*', route => route.fulfill({ path: join(pages, 'index.html') }))
      await page.route('**/assets/**', route => route.fulfill({ path: join(pages, new URL(route.request().url()).pathname) }))
    }
    await page.goto(`http://127.0.0.1:${port}/duty?seat=seat-1`, { waitUntil: 'commit' })
    await waitFor('the queue to hold all', async () => Number(await page.evaluate(SHOWN)) >= open * 0.9, LIMIT_MS)
    await pause(WARM_MS)
    const mainThreadMs = await mainThreadOf(browser)
    const before = await mainThreadMs()
    await page.evaluate(scroll(steps))
    return { perStep: (await mainThreadMs() - before) / steps, rows: await page.locator('.rows [data-id]').count() }
  }
  finally {
    await browser.close()
  }
}

/** What the view of all says that it holds. */
const SHOWN = `Number(document.querySelector('[data-view=due] .num')?.textContent ?? 0)`

function scroll(steps: number): string {
  return `(async () => {
    const box = document.querySelector('.rows')
    const paint = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)))
    let by = 87
    for (let step = 0; step < ${steps}; step++) {
      const rest = new Promise(done => setTimeout(done, 100))
      const before = box.scrollTop
      box.scrollTop += by
      if (box.scrollTop === before || box.scrollTop > 20000)
        by = -by
      await paint()
      await rest
    }
  })()`
}
