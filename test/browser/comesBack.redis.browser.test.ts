import type { Browser, Page } from 'playwright-core'
import type { ServerProgram } from '../support/startServerProgram.ts'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromium } from '../support/chromium.ts'
import { freePort } from '../support/freePort.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { startRedis } from '../support/startRedis.ts'
import { startServerProgram } from '../support/startServerProgram.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { waitFor } from '../support/waitFor.ts'

const run = promisify(execFile)
const LONG = 180_000

/** One wall, opened once, through everything that can happen to it: it is never reloaded. */
describe('a wall comes back by itself', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let server: ServerProgram
  let browser: Browser
  let page: Page
  let env: Record<string, string>
  let reported = 0

  beforeAll(async () => {
    redis = await startRedis('--appendfsync', 'always')
    folder = await temporaryFolder()
    env = { DATA_DIR: folder.path, REDIS_URL: redis.url, PORT: String(await freePort()) }
    server = await startServerProgram(env)
    browser = await playwright.launch(chromium)
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(`${server.url}/wall`)
    await page.evaluate(() => void Object.assign(window, { openedOnce: true }))
    await report()
    await isWhole()
    // A part that cannot be got while the server is away has the page loaded anew (K5): all of them have come.
    await waitFor('every map is drawn', async () => await page.locator('[data-drawn=true]').count() > 0 && await page.locator('[data-drawn=false]').count() === 0, 120_000)
  }, LONG)

  afterAll(async () => {
    await browser?.close()
    await server?.end('SIGTERM')
    await redis?.[Symbol.asyncDispose]()
    await folder?.[Symbol.asyncDispose]()
  }, LONG)

  it('[K4][T1] the server is killed and started again', async () => {
    await server.end('SIGKILL')
    await tells('cut')
    await report()
    server = await startServerProgram(env)
    await isWhole()
  }, LONG)

  it('[K4][T1] Redis is killed and started again', async () => {
    await redis.kill()
    await tells('log-down')
    await redis.start()
    await report()
    await isWhole()
  }, LONG)

  it('[K4][T1] the browser is offline for a minute', async () => {
    await page.context().setOffline(true)
    const cutAt = Date.now()
    await tells('cut', 'silent')
    await report()
    await waitFor('a minute offline', () => Date.now() - cutAt > 60_000, 70_000)
    expect(await truth()).toMatch(/cut|silent/)
    await page.context().setOffline(false)
    await isWhole()
  }, LONG)

  it('[K4][K3] the tab is frozen and wakes', async () => {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
    await report()
    await report()
    await waitFor('the server knows them', async () => await open() === reported)
    await devtools.send('Page.setWebLifecycleState', { state: 'active' })
    await isWhole()
  }, LONG)

  it('[K4][K3] the machine sleeps, and the server is another one when it wakes', async () => {
    const devtools = await browser.newBrowserCDPSession()
    const { processInfo } = await devtools.send('SystemInfo.getProcessInfo')
    const tell = (signal: NodeJS.Signals) => processInfo.forEach(({ id }) => process.kill(id, signal))
    tell('SIGSTOP')
    try {
      await report()
      await server.end('SIGKILL')
      await report()
      server = await startServerProgram(env)
      await waitFor('the server knows them', async () => await open() === reported)
    }
    finally {
      tell('SIGCONT')
    }
    await isWhole()
  }, LONG)

  /** A matter reaches the log by a way in that needs neither server nor browser. */
  async function report(): Promise<void> {
    const { type, subject, data } = reportIncident(`WG-${++reported}`)
    await run('redis-cli', ['-p', String(redis.port), 'XADD', '{152921}:incident', '*', 'type', String(type), 'subject', String(subject), 'data', JSON.stringify(data)])
  }

  /** Live, nothing lost, the same state as the server's, and still the page that was opened. */
  async function isWhole(): Promise<void> {
    await tells('live')
    await waitFor(`${reported} open matters on the wall`, async () => Number(await page.locator('[data-headline=open] .number').textContent()) === reported, 30_000, () => page.locator('[data-headline=open]').textContent())
    await waitFor('the server’s digest on the strip', async () => {
      const { digest } = await state()
      return (await page.locator('[data-cell=digest] .num').textContent())?.replace('·', '') === digest.slice(0, 8)
    }, 30_000, () => page.locator('[data-cell=digest]').textContent())
    expect(await page.evaluate(() => ({ isFirst: 'openedOnce' in window, reloaded: sessionStorage.getItem('wangge.reload') }))).toEqual({ isFirst: true, reloaded: null })
  }

  async function tells(...truths: string[]): Promise<void> {
    await waitFor(`the strip to tell ${truths.join(' or ')}`, async () => truths.includes(await truth() ?? ''), 40_000, truth)
  }

  async function truth(): Promise<string | null> {
    return page.locator('footer.strip').getAttribute('data-truth')
  }

  async function open(): Promise<number> {
    return (await state()).state.incident.incidents.length
  }

  async function state(): Promise<{ digest: string; state: { incident: { incidents: unknown[] } } }> {
    return (await fetch(`${server.url}/api/v1/state?audience=screen&region=152921`)).json() as never
  }
})
