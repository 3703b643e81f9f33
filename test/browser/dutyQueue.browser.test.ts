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
const MANY = 120

/** The built desk: its queue, by keyboard alone, with another officer beside. */
describe('the queue of a desk', () => {
  let district: Awaited<ReturnType<typeof deskDistrict>>
  let server: TestServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    district = await deskDistrict()
    server = await startTestServer({ districtDir: district.path })
    await server.post(Array.from({ length: MANY }, (_, i) => reportIncident(`WG-${i + 1}`, { severity: i % 7 === 0 ? 'II' : 'IV', category: i % 3 === 0 ? 'safety' : 'environment', title: i === 41 ? '井架倾斜' : '井盖松动' }, { time: new Date(Date.now() - (i + 10) * 1000).toISOString() })))
    browser = await playwright.launch(chromium)
    page = await open('/duty')
  }, LONG)

  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
    await district?.[Symbol.asyncDispose]()
  }, LONG)

  it('[Q4][V3] asks who sits there, and keeps it in the address', async () => {
    await page.locator('.choice button').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await holds(MANY)
    expect(query().get('seat')).toBe('seat-1')
  }, LONG)

  it('[Q1] draws the rows in sight alone, what ends first first', async () => {
    const clocks = await page.locator('.rows [data-id] .clock').evaluateAll(cells => cells
      .map(cell => ({ top: cell.getBoundingClientRect().top, text: cell.textContent }))
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text))
    expect(clocks.length).toBeGreaterThan(10)
    expect(clocks.length).toBeLessThan(60)
    // Grave ones that nobody has signed for stand above the rest, by the same order.
    const unsigned = Number(await page.locator('.rows [data-group=unsigned] .num').textContent())
    const left = clocks.map(secondsOf)
    for (const part of [left.slice(0, unsigned), left.slice(unsigned)])
      expect(part).toEqual([...part].sort((a, b) => a - b))
    expect(await page.locator('.group').first().getAttribute('data-group')).toBeTruthy()
  }, LONG)

  it('[V3][Q4] a matter is found, opened and left by keys; a reload shows the same', async () => {
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    const second = await page.locator('.line.current').getAttribute('data-id')
    await page.keyboard.press(' ')
    await waitFor('it is open', () => query().get('matter') === second)
    await page.keyboard.press('/')
    await page.keyboard.type('井架')
    await holds(1)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await waitFor('the one that fits is open', () => query().get('matter') === 'WG-42')
    await page.reload()
    await holds(1)
    await waitFor('the same', () => page.locator('.line.chosen[data-id=WG-42]').isVisible())
    await page.keyboard.press('/')
    await page.keyboard.press('Escape')
    await holds(MANY)
  }, LONG)

  it('[Q3] filters narrow it and say so; a saved view is one key away', async () => {
    await page.keyboard.press('f')
    await page.locator('select[name=severity]').selectOption('II')
    await holds(18)
    expect(await page.locator('.narrowed').textContent()).toContain('II 重大')
    await page.locator('input[name=view-name]').fill('重大件')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.keyboard.press(']')
    await holds(MANY)
    await page.keyboard.press('[')
    await holds(18)
    expect(await page.locator('[aria-pressed=true]').textContent()).toBe('重大件')
    await page.keyboard.press(']')
    await holds(MANY)
  }, LONG)

  it('[N2][Q1] another officer sees the same queue, and who looks at what', async () => {
    const other = await open('/duty?seat=seat-2')
    await waitFor('both queues are one', async () => JSON.stringify(await firstRows(other)) === JSON.stringify(await firstRows(page)))
    await other.locator('.rows [data-id]').first().click()
    const looked = new URL(other.url()).searchParams.get('matter') ?? await other.locator('.line.chosen').getAttribute('data-id')
    await waitFor('the row says so', async () => (await page.locator(`.rows [data-id="${looked}"] .tag`).allTextContents()).some(text => text.startsWith('正看')))
    await waitFor('the bar says so', async () => (await page.locator('.title li').allTextContents()).some(text => text.includes('带班席 2 正在看')))
    await other.close()
  }, LONG)

  it('[Q5] what comes above does not move what is in sight', async () => {
    await page.locator('.rows').evaluate((box) => { box.scrollTop = 900 })
    await waitFor('it is scrolled', async () => (await inSight()).id !== undefined)
    const before = await inSight()
    await server.post(Array.from({ length: 5 }, (_, i) => reportIncident(`NEW-${i}`, { severity: 'I' })))
    await holds(MANY + 5)
    await waitFor('it stands still', async () => JSON.stringify(await inSight()) === JSON.stringify(before))
  }, LONG)

  it.each(['zh', 'en'])('[V5] nothing that axe can judge is broken on the desk and its help: %s', async (lang) => {
    await page.goto(`${server.url}/duty?seat=seat-1&lang=${lang}`)
    await holds(MANY + 5)
    await page.keyboard.press('?')
    await page.locator('[data-panel=help]').waitFor()
    expect(await brokenRules(page)).toEqual([])
  }, LONG)

  async function open(path: string): Promise<Page> {
    const opened = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' })
    await opened.goto(`${server.url}${path}`)
    return opened
  }

  function query(): URLSearchParams {
    return new URL(page.url()).searchParams
  }

  async function holds(count: number): Promise<void> {
    await waitFor(`${count} rows`, async () => (await page.locator('.queue .foot').textContent({ timeout: 20_000 }))?.includes(`${count} `), 20_000)
  }

  function firstRows(of: Page): Promise<(string | null)[]> {
    return of.locator('.rows .place').evaluateAll(places => places.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).slice(0, 10).map(place => place.querySelector('[data-id]')?.getAttribute('data-id') ?? null))
  }

  /** The row at the upper edge, and how far from it. */
  function inSight(): Promise<{ id: string | undefined; at: number }> {
    return page.locator('.rows').evaluate((box) => {
      const edge = box.getBoundingClientRect().top
      const [first] = [...box.querySelectorAll<HTMLElement>('[data-id]')].map(row => ({ id: row.dataset.id, at: Math.round(row.getBoundingClientRect().top - edge) })).filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at)
      return first ?? { id: undefined, at: 0 }
    })
  }
})

/** Of a clock of the queue, such as −0:01:23. */
function secondsOf(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.replace(/^\D*?(?=−?\d)/u, '').replace('−', '').split(':').map(Number)
  return (clock.includes('−') ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds)
}
