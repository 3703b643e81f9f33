import type { Browser, Page } from 'playwright-core'
import type { TestServer } from '../support/startTestServer.ts'
import { parse } from 'acorn'
import { readFile } from 'node:fs/promises'
import { chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newerInChromium } from '../support/browsers/newerInChromium.ts'
import { readCompat } from '../support/browsers/readCompat.ts'
import { chromium } from '../support/chromium.ts'
import { deskDistrict } from '../support/deskDistrict.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const LONG = 120_000
const SOON = 25_000

describe('browsers that are years old', () => {
  let browser: Browser
  let district: Awaited<ReturnType<typeof deskDistrict>>
  let server: TestServer

  beforeAll(async () => {
    district = await deskDistrict()
    server = await startTestServer({ districtDir: district.path })
    await server.post([reportIncident('WG-1', { title: '燃气泄漏', severity: 'III', category: 'safety', subcategory: 'gas-leak' })])
    browser = await playwright.launch(chromium)
  }, LONG)

  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
    await district?.[Symbol.asyncDispose]()
  }, LONG)

  it('[V9] the first script is read by any browser', async () => {
    const script = await readFile(new URL('../../dist/client/fit.js', import.meta.url), 'utf8')
    expect(() => parse(script, { ecmaVersion: 5, sourceType: 'script' })).not.toThrow()
  })

  it.each([
    { lacks: 'Array.prototype.findLast' },
    { lacks: 'CSS.supports' },
    { lacks: 'AbortSignal' },
  ])('[V9] an older one is told so in both languages, and runs nothing else: %o', async ({ lacks }) => {
    const page = await browser.newPage()
    const asked: string[] = []
    const wrong = complaints(page)
    page.on('request', request => /socket\.io|\/live/.test(request.url()) && asked.push(request.url()))
    await page.addInitScript(takeAway, [lacks])
    for (const path of ['/wall', '/duty?seat=seat-1&matter=WG-1']) {
      await page.goto(server.url + path)
      const text = await page.locator('body').innerText()
      expect(text).toContain('此浏览器版本过低')
      expect(text).toContain('too old')
      expect(await page.locator('#app').count()).toBe(0)
    }
    expect([asked, wrong]).toEqual([[], []])
    await page.close()
  }, LONG)

  it('[V9] wall and desk work without whatever came after Chromium 108', async () => {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    const wrong = complaints(page)
    await page.addInitScript(takeAway, newerInChromium(readCompat()))
    await page.goto(`${server.url}/wall?takeover=off`)
    expect(await page.evaluate(() => ['any' in AbortSignal, 'toSorted' in [], 'groupBy' in Object])).toEqual([false, false, false])
    await live(page, wrong)
    await waitFor('the map is drawn', async () => await page.locator('.maplibregl-canvas').count() > 0, SOON)
    await page.goto(`${server.url}/duty?seat=seat-1&matter=WG-1`)
    await live(page, wrong)
    await waitFor('the history of the matter', async () => await page.locator('[data-part=timeline] li').count() > 0, SOON)
    expect(wrong).toEqual([])
    await page.close()
  }, LONG)
})

async function live(page: Page, wrong: string[]): Promise<void> {
  await waitFor('the page is live', async () => (await page.locator('[data-cell=link]').textContent())?.includes('实况'), SOON, () => [page.url(), ...wrong])
}

function complaints(page: Page): string[] {
  const wrong: string[] = []
  page.on('pageerror', error => wrong.push(String(error)))
  page.on('console', message => message.type() === 'error' && wrong.push(message.text()))
  return wrong
}

/** Makes a browser of today lack these, before any script of the page runs. */
function takeAway(paths: string[]): void {
  for (const path of paths) {
    const steps = path.split('.')
    const last = steps.pop()!
    const owner = steps.reduce<unknown>((at, step) => at === undefined || at === null ? undefined : Object.getOwnPropertyDescriptor(at, step)?.value, globalThis)
    if (owner !== undefined && owner !== null)
      Reflect.deleteProperty(owner, last)
  }
}
