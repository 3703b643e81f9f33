import type { Browser, Page } from 'playwright-core'
import type { TestServer } from '../support/startTestServer.ts'
import { chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenRules } from '../support/brokenRules.ts'
import { chromium } from '../support/chromium.ts'
import { deskDistrict } from '../support/deskDistrict.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const LONG = 120_000
const PHONE = '19900001207'

/** The built desk at 1366 × 768, by keys alone: contact that is masked, a call that was merged, matters of before. */
describe('what the desk has of before', () => {
  let district: Awaited<ReturnType<typeof deskDistrict>>
  let server: TestServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    district = await deskDistrict()
    server = await startTestServer({ districtDir: district.path })
    await server.post([
      reportIncident('WG-1', { title: '楼道堆物', severity: 'III', reporter: { name: '欧阳某某', phone: PHONE } }),
      reportIncident('WG-2', { title: '楼道又堆物' }),
      reportIncident('WG-3', { title: '井盖松动', placeName: '胡杨苑8号楼', reporter: { phone: PHONE } }),
      { type: 'incident.closed', subject: 'WG-3', data: { note: '已换' } },
      { type: 'incident.merged', subject: 'WG-2', data: { into: 'WG-1' } },
      { type: 'incident.joined', subject: 'WG-1', data: { from: 'WG-2' } },
    ])
    browser = await playwright.launch(chromium)
    page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' })
  }, LONG)

  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
    await district?.[Symbol.asyncDispose]()
  }, LONG)

  it('[A25][A26] the caller is masked, is shown once one has said what for, and the matter shows that he was looked at', async () => {
    await open('WG-1')
    const caller = page.locator('[data-part=caller]')
    await waitFor('it is masked', async () => (await caller.textContent())?.includes('199****1207') === true)
    expect(await page.content()).not.toContain(PHONE)
    await caller.locator('[data-do=reveal]').press('Enter')
    await page.locator('[data-panel=reveal] input').first().press('Enter')
    await waitFor('it is shown', async () => (await caller.textContent())?.includes(PHONE) === true)
    await waitFor('its history says so', async () => (await page.locator('[data-part=timeline]').textContent())?.includes('回拨核实') === true)
    await caller.locator('[data-do=reveal]').press('Enter')
    await waitFor('it is masked again, and says who looked', async () => /199\*{4}1207.*看过 1 次，最近 带班席 2/.test(await caller.textContent() ?? ''))
  }, LONG)

  it('[C27] a call that was merged is opened from the matter that it went into, and taken out again', async () => {
    await page.locator('[data-do=open-other]').first().press('Enter')
    await waitFor('it lies open', () => page.url().includes('matter=WG-2'))
    await waitFor('it says where it went', async () => await page.locator('[data-do=open-merged]').count() === 1)
    await page.locator('.duty > .matter').focus()
    await page.keyboard.press('o')
    await page.locator('[data-panel=more]').getByRole('button', { name: '拆出合并', exact: true }).press('Enter')
    await waitFor('it stands where it was', async () => await page.locator('[data-stage]').getAttribute('data-stage') === 'reported')
    expect(await page.locator('[data-do=open-merged]').count()).toBe(0)
  }, LONG)

  it('[C28] matters of before are found by keys, read, and reopened', async () => {
    await page.locator('.duty > .matter').focus()
    await page.keyboard.press('u')
    await page.locator('[data-panel=closed] input').first().waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('199 00')
    await waitFor('it says that a number must be whole', async () => (await page.locator('[data-panel=closed] [role=status]').first().textContent())?.includes('写全') === true)
    await page.keyboard.type('00 1207')
    await page.keyboard.press('Enter')
    await waitFor('it is found and has the focus', () => page.evaluate(() => document.activeElement?.hasAttribute('data-row') === true && document.activeElement.textContent?.includes('井盖松动') === true))
    expect(await page.locator('[data-row]').count()).toBe(1)
    await page.keyboard.press('Enter')
    await waitFor('it is read', async () => (await page.locator('[data-part=past-matter]').textContent())?.includes('已换') === true)
    expect(await brokenRules(page)).toEqual([])
    await page.locator('[data-part=past-matter] [data-do=reopen]').first().press('Enter')
    await waitFor('it lies open again', async () => page.url().includes('matter=WG-3') && await page.locator('[data-stage]').getAttribute('data-stage') === 'reopened')
  }, LONG)

  async function open(id: string): Promise<void> {
    await page.goto(`${server.url}/duty?seat=seat-2&matter=${id}`)
    await waitFor('its history', async () => await page.locator('[data-part=timeline] li').count() > 0, LONG)
  }
})
