import type { Browser, Page } from 'playwright-core'
import type { TestServer } from '../support/startTestServer.ts'
import { chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromium } from '../support/chromium.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const LONG = 240_000
const GRID = '152921403005002'
const OTHER = '152921404003002'

/** The built page as a kiosk: nobody touches it, matters come and are signed for. */
describe('a wall without anybody', () => {
  let server: TestServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    // The engine rests: what it would send up must be signed for once more.
    server = await startTestServer({ districtDir: undefined, firstRestMs: 3_600_000 })
    await server.post([report('WG-0', '152921216200001', 'III'), { type: 'grid-status.duty.on', subject: GRID, data: { worker: 'S-TEST', post: 'gridWorker' } }])
    browser = await playwright.launch(chromium)
    page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    page.setDefaultTimeout(LONG)
    await page.addInitScript(() => {
      const ask = navigator.wakeLock.request.bind(navigator.wakeLock)
      navigator.wakeLock.request = (type) => {
        document.documentElement.dataset.awake = type
        return ask(type)
      }
    })
    await page.goto(`${server.url}/wall?kiosk&plan=overview@9000&region=152921216&turn=600`)
    await says('[data-headline=open] .number', '1')
  }, LONG)

  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
  }, LONG)

  it('[B2] a matter of severity I takes it over: region, card, alert line', async () => {
    await server.post([report('WG-1', GRID, 'I')])
    await waitFor('the alert line tells of it', async () => await page.locator('[data-panel=alert]').getAttribute('data-grid') === GRID, 60_000)
    expect(await text('[data-panel=alert]')).toContain('学苑东社区02格')
    await waitFor('the card is open', async () => (await text('[data-panel=card]')).includes('学苑东社区02格'), 60_000)
    await waitFor('the map is of its town', async () => await page.locator('[data-region="152921403"]').count() > 0, 60_000)
  }, LONG)

  it('[B3] the address keeps what persons chose', () => {
    expect(new URL(page.url()).searchParams.get('region')).toBe('152921216')
    expect(new URL(page.url()).searchParams.get('grid')).toBeNull()
  })

  it('[B2] one more waits for its turn, and what is signed for gives way to it', async () => {
    await server.post([report('WG-2', OTHER, 'I')])
    await says('[data-turn]', '1/2')
    await server.post(['accepted', 'dispatched', 'acknowledged'].map(move => ({ type: `incident.${move}`, subject: 'WG-1', data: {} })))
    await waitFor('the next has its turn', async () => await page.locator('[data-panel=alert]').getAttribute('data-grid') === OTHER, 60_000)
    await waitFor('it is the only one', async () => await page.locator('[data-turn]').count() === 0, 60_000)
  }, LONG)

  it('[B4] behind the curtain single matters have a town and a category, and every number stays', async () => {
    const numbers = () => page.locator('[data-headline] .number').allTextContents()
    const before = await numbers()
    await page.keyboard.press('c')
    await waitFor('it says so', async () => (await text('[data-note=curtain]')).includes('帷幕'), 60_000)
    expect(await page.locator('[data-panel=card]').count()).toBe(0)
    expect(await page.locator('.tile .glyph').count()).toBe(0)
    for (const panel of ['alert', 'unsigned', 'feed', 'attention'])
      expect(await text(`[data-panel=${panel}]`)).not.toMatch(/社区\d+格|燃气泄漏/)
    expect(await numbers()).toEqual(before)
    expect(await page.locator('.strip').isVisible()).toBe(true)
    const since = await text('[data-note=curtain]')
    await page.reload()
    await waitFor('it is drawn since the same time after a reload', async () => await text('[data-note=curtain]') === since, 60_000)
    await waitFor('who stands here is noticed', () => page.locator('html.is-kiosk').count(), 60_000)
    await page.keyboard.press('c')
    await waitFor('it is open', async () => await page.locator('[data-note=curtain]').count() === 0, 60_000)
  }, LONG)

  it('[B1][B3] signed for, the wall is as it was, and whoever is here stops the rotation', async () => {
    await waitFor('after the reload it has its turn again', async () => await page.locator('[data-panel=alert]').count() === 1, 60_000)
    await server.post(['accepted', 'dispatched', 'acknowledged'].map(move => ({ type: `incident.${move}`, subject: 'WG-2', data: {} })))
    await waitFor('the alert line is gone', async () => await page.locator('[data-panel=alert]').count() === 0, 60_000)
    expect(await page.locator('[data-panel=card]').count()).toBe(0)
    // A key was pressed a moment ago.
    await waitFor('the rotation is paused for whoever is here', async () => (await text('[data-note=rotation]')).includes('轮播暂停'), 60_000)
  }, LONG)

  it('[B7] stays on, fills the screen at the first touch, and hides a pointer that stands still', async () => {
    expect(await page.locator('html').getAttribute('data-awake')).toBe('screen')
    expect(await page.evaluate(() => document.fullscreenElement === document.documentElement)).toBe(true)
    await page.mouse.move(400, 500)
    await waitFor('the pointer is hidden', () => page.evaluate(() => getComputedStyle(document.body).cursor === 'none'), 30_000)
    await page.mouse.move(410, 500)
    await waitFor('it is shown when it moves', () => page.evaluate(() => getComputedStyle(document.body).cursor !== 'none'), 2000)
  }, LONG)

  async function text(selector: string): Promise<string> {
    return await page.locator(selector).first().textContent({ timeout: 5000 }) ?? ''
  }

  async function says(selector: string, words: string): Promise<void> {
    await waitFor(`${selector} says ${words}`, async () => (await text(selector)).trim() === words, 90_000)
  }
})

function report(subject: string, grid: string, severity: string): Record<string, unknown> {
  return { type: 'incident.reported', subject, data: { channel: 'hotline', title: '井盖松动', category: 'safety', subcategory: 'gas-leak', grid, severity } }
}
