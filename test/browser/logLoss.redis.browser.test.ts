import type { Browser, Page } from 'playwright-core'
import type { TestRedis } from '../support/startRedis.ts'
import type { TestServer } from '../support/startTestServer.ts'
import { chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenRules } from '../support/brokenRules.ts'
import { chromium } from '../support/chromium.ts'
import { ask, startRedis } from '../support/startRedis.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const LONG = 120_000
const report = (subject: string) => ({ type: 'incident.reported', subject, data: { channel: 'hotline', category: 'environment', severity: 'IV', grid: '152921403005002' } })

/** The built pages, over a real Redis that is flushed beneath them. */
describe('a log that lost something, on its screens', () => {
  let redis: TestRedis
  let server: TestServer
  let browser: Browser
  let wall: Page
  let desk: Page
  let other: Page

  beforeAll(async () => {
    redis = await startRedis()
    server = await startTestServer({ redisUrl: redis.url, districtDir: undefined, firstRestMs: 3_600_000 })
    browser = await playwright.launch(chromium)
    const open = async (path: string, width = 1920, height = 1080) => {
      const page = await browser.newPage({ viewport: { width, height } })
      await page.goto(server.url + path)
      return page
    }
    wall = await open('/wall')
    desk = await open('/duty?seat=seat-1', 1366, 768)
    other = await open('/duty?seat=seat-2&lang=en')
  }, LONG)

  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
    await redis?.[Symbol.asyncDispose]()
  }, LONG)

  it('[T11][T12] wall and desks say what is missing; one key and one more sign for it; all of them fall silent', async () => {
    for (const page of [wall, desk, other])
      await page.waitForSelector('[data-cell=link]:not(:has(.hollow)), [data-cell=link][data-truth=live]', { timeout: 60_000 })
    await server.post([report('WG-1'), report('WG-2')])
    await waitFor('the desk knows them', async () => JSON.stringify((await server.get('/api/v1/state?audience=desk')).body).includes('WG-2'))
    expect(await desk.locator('[data-panel=desk-loss]').count()).toBe(0)
    expect(await ask(redis.port, 'FLUSHALL')).toMatch(/OK/)

    await waitFor('the wall says so', async () => /实况.*日志于 \d\d:\d\d 回退或丢失，少了 2 件未结/.test(await wall.locator('.strip [data-cell=link]').textContent() ?? ''), 30_000, () => wall.locator('.strip').textContent())
    await waitFor('a desk says so', async () => /少了 2 件未结/.test(await desk.locator('[data-panel=desk-loss]').textContent() ?? ''), 30_000)
    await waitFor('so does the other', async () => /2 open missing/.test(await other.locator('[data-panel=desk-loss]').textContent() ?? ''), 30_000)
    for (const page of [desk, other])
      expect(await brokenRules(page)).toEqual([])

    // By keyboard: one key opens it with the signature ready, the next signs.
    await desk.keyboard.press('y')
    await desk.waitForSelector('dialog[data-panel=loss] [data-loss]')
    expect(await brokenRules(desk)).toEqual([])
    await other.locator('[data-do=open-loss]').click()
    await other.waitForSelector('dialog[data-panel=loss] [data-loss]')
    expect(await desk.evaluate(() => document.activeElement?.getAttribute('data-do'))).toBe('sign-loss')
    await desk.keyboard.press('Enter')
    await waitFor('the desk hears that it is kept', async () => /已于.*签收/.test(await desk.locator('[data-loss]').textContent() ?? ''))
    for (const page of [desk, other])
      await waitFor('the band goes', async () => await page.locator('[data-panel=desk-loss]').count() === 0)
    await waitFor('the other desk is told who', async () => /signed by/.test(await other.locator('[data-loss]').textContent() ?? ''))
    await waitFor('the wall falls silent', async () => (await wall.locator('.strip [data-cell=link]').textContent())?.includes('已连接'), 20_000)
    await desk.keyboard.press('Escape')
    expect(await desk.locator('dialog').count()).toBe(0)
  }, LONG)

  it('[T10] a Redis without memory is said by wall and desk within seconds, and not any more once it has some', async () => {
    await ask(redis.port, 'CONFIG SET maxmemory 1mb')
    await waitFor('the wall says so', async () => (await wall.locator('.strip [data-cell=link]').textContent())?.includes('日志只读'), 20_000)
    await waitFor('the desk says so', async () => (await desk.locator('[data-cell=link]').textContent())?.includes('日志只读'), 20_000)
    await ask(redis.port, 'CONFIG SET maxmemory 0')
    await waitFor('the wall is well', async () => (await wall.locator('.strip [data-cell=link]').textContent())?.includes('已连接'), 20_000)
  }, LONG)
})
