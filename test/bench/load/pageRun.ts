import type { Page } from 'playwright-core'
import type { ChildFiles } from '../processes/buildChildren.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { chromium as launch } from '../../support/chromium.ts'
import { waitFor } from '../../support/waitFor.ts'
import { benchTime } from '../benchTime.ts'
import { Child } from '../processes/Child.ts'
import { emptyRedis } from './liveRun.ts'
import { mainThreadOf } from './mainThreadOf.ts'

/** A page under load: where it is served, how it is known to be ready, and how many events it has handled so far. */
export interface PageUnderLoad {
  variant: 'ours' | 'emit'
  path: string
  pages?: string
  /** The demo unless given. */
  districtDir?: string
  /** None unless given. */
  past?: Past
  ready: (page: Page) => Promise<unknown>
  handled: (seen: { page: Page; server: Child; redisUrl: string }) => Promise<number>
  /** Milliseconds from entry to paint of what was painted since this was last asked. */
  paints: (seen: { page: Page; server: Child }) => Promise<Paints>
}

/** So many events, evenly over so many hours before now. */
export interface Past { events: number; hours: number }

export interface Paints {
  /** Numbers, tiles and lists; of a page that paints all at once, everything. */
  text: number[]
  /** The map's fill and markers. */
  map: number[]
}

export interface PageFigures {
  /** Main-thread processor time for each event handled, ms. */
  perEvent: number
  /** Of the time, how much the main thread was at work. */
  busy: number
  /** Share of the events written that were handled within the window. */
  handled: number
  paints: Paints
  /** Whether in the end, after a moment without load, all were; 1 or 0. */
  all: number
}

const RATE = 100
const WARM_MS = 10_000
const SETTLE_MS = 3000
/** About so many matters are open at a time. */
const OPEN = 300

/** One page in a browser of its own at 100 events a second. */
export async function pageRun({ variant, path, pages, districtDir, past = { events: 0, hours: 0 }, ready, handled, paints }: PageUnderLoad, { files, redisUrl, seconds }: { files: ChildFiles; redisUrl: string; seconds: number }): Promise<PageFigures> {
  await emptyRedis(redisUrl)
  await using producer = new Child(files.producer, { env: benchTime.env() })
  await producer.ask('before', { redisUrl, open: OPEN, districtDir, ...past })
  await using server = new Child(files.server)
  const { port } = await server.ask<{ port: number }>('start', { variant, redisUrl, windowMs: 0, pages, districtDir })
  const browser = await chromium.launch(launch)
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await page.goto(`http://127.0.0.1:${port}${path}`)
    await ready(page)
    await producer.ask('start', { redisUrl, rate: RATE, open: OPEN, districtDir })
    await pause(WARM_MS)
    const mainThreadMs = await mainThreadOf(browser)
    const look = async () => ({
      handled: await handled({ page, server, redisUrl }),
      written: await producer.ask<number>('written'),
      ms: await mainThreadMs(),
      at: performance.now(),
    })
    const before = await look()
    // What is counted in the log's past meanwhile is the bench's own load.
    await paints({ page, server })
    await pause(seconds * 1000)
    const painted = await paints({ page, server })
    const after = await look()
    const events = after.handled - before.handled
    await producer.ask('stop')
    const written = await producer.ask<number>('written') - before.written
    const all = await waitFor('all to be handled', async () => await handled({ page, server, redisUrl }) - before.handled >= written, SETTLE_MS).catch(() => false)
    return {
      perEvent: (after.ms - before.ms) / events,
      busy: (after.ms - before.ms) / (after.at - before.at),
      handled: events / (after.written - before.written),
      all: all ? 1 : 0,
      paints: painted,
    }
  }
  finally {
    await browser.close()
  }
}
