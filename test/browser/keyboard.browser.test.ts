import type { Browser, Page } from 'playwright-core'
import type { TestServer } from '../support/startTestServer.ts'
import { chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenRules } from '../support/brokenRules.ts'
import { chromium } from '../support/chromium.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const LONG = 240_000
const GRID = '152921403005002'

/** The built wall, used by somebody who has a keyboard alone. */
describe('[V3] the wall by keys', () => {
  let server: TestServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    server = await startTestServer({ districtDir: undefined })
    await server.post([
      { type: 'incident.reported', subject: 'WG-1', data: { grid: GRID, severity: 'I', category: 'safety', subcategory: 'gas-leak', channel: 'hotline' } },
      { type: 'incident.reported', subject: 'WG-2', data: { grid: GRID, severity: 'IV', category: 'facility', subcategory: 'manhole-cover', channel: 'hotline' } },
    ])
    browser = await playwright.launch(chromium)
    page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' })
    await page.goto(`${server.url}/wall`)
    await waitFor('the numbers stand', async () => await page.locator('[data-headline=open] .number').textContent() === '2', 120_000)
  }, LONG)

  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
  }, LONG)

  it('[V3] Tab goes from the first headline on in the order in which they are read', async () => {
    const stops: string[] = []
    for (let press = 0; press < 40 && !stops.includes('onDuty'); press++) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(() => document.activeElement?.closest('[data-headline]')?.getAttribute('data-headline') ?? '')
      if (stop && stops.at(-1) !== stop)
        stops.push(stop)
    }
    expect(stops).toEqual(['inGrid', 'inCommunity', 'onTime', 'open', 'onDuty'])
    expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe('solid')
  }, LONG)

  it('[V4] i tells what the focused number means, and Escape gives the focus back', async () => {
    await page.locator('[data-headline=open] .number').focus()
    await page.keyboard.press('i')
    await waitFor('its definition', async () => await page.locator('[data-panel=term]').getAttribute('aria-label') === '未结')
    await page.keyboard.press('Escape')
    await waitFor('it is closed', async () => await page.locator('[data-panel=term]').count() === 0)
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('number')
  }, LONG)

  it('[V3][I4] Enter opens the list, arrows go through it, Enter tells of a matter, its button opens the card', async () => {
    await page.keyboard.press('Enter')
    await waitFor('two rows', async () => await page.locator('[data-panel=matters] [data-row]').count() === 2)
    await page.locator('[data-row="0"] button').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await waitFor('what is known of it', async () => (await page.locator('[data-panel=matter]').textContent())?.includes('WG-2'))
    await page.locator('[data-panel=matter] button').focus()
    await page.keyboard.press('Enter')
    await waitFor('the card', async () => await page.locator('[data-panel=card] [data-matter]').count() === 2)
    await page.keyboard.press('Escape')
    await waitFor('it is closed', async () => await page.locator('[data-panel=card]').count() === 0)
  }, LONG)

  it('[V1] T opens every mark as a table, arrows go from table to table, T closes it', async () => {
    await page.keyboard.press('t')
    await waitFor('the numbers', async () => await page.locator('[data-panel=table] [data-row]').count() > 5)
    await page.locator('#tab-numbers').focus()
    await page.keyboard.press('ArrowRight')
    await waitFor('all grids', async () => await page.locator('[data-panel=table] table').getAttribute('aria-rowcount') === '148')
    await page.keyboard.press('t')
    await waitFor('it is closed', async () => await page.locator('[data-panel=table]').count() === 0)
  }, LONG)

  for (const lang of ['zh', 'en']) {
    it(`[V5] nothing that axe can judge is broken on the whole wall: ${lang}`, async () => {
      await page.goto(`${server.url}/wall?lang=${lang}`)
      await waitFor('the numbers stand', async () => await page.locator('[data-headline=open] .number').textContent() === '2', 120_000)
      expect(await brokenRules(page)).toEqual([])
    }, LONG)
  }
})
