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
const SHAPES = [[1920, 1080], [1366, 768], [3840, 1080], [5760, 1080], [1080, 1920]] as const

/** The incident scene 事件处置 on the built page. */
describe('the ladder', () => {
  let server: TestServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    server = await startTestServer({ districtDir: undefined })
    await server.post([
      report('WG-1', 'III'),
      report('WG-2', 'IV'),
      report('WG-3', 'II'),
      { type: 'incident.escalated', subject: 'WG-3', data: { to: 'community', reason: 'beyond-capacity' } },
      report('WG-4', 'IV'),
      { type: 'incident.closed', subject: 'WG-4', data: {} },
    ])
    browser = await playwright.launch(chromium)
    page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await page.goto(`${server.url}/wall/incidents?takeover=off`)
    await marks(3)
  }, LONG)

  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
  }, LONG)

  it('[I7] has one mark for each open matter in the lane of its level, and tells of it in words', async () => {
    const lanes = await page.locator('[data-panel=lanes] svg > g:has(> .mark)').evaluateAll(all => all.map(each => each.querySelectorAll('.mark').length))
    expect(lanes.reduce((sum, each) => sum + each, 0)).toBe(3)
    expect(lanes).toContain(1)
    expect(lanes).toContain(2)
    const words = await page.locator('[data-panel=lanes] [data-hit]').evaluateAll(all => all.map(each => each.getAttribute('aria-label') ?? ''))
    expect(words.map(each => each.length > 4)).toEqual([true, true, true])
    expect(await page.locator('[data-panel=gravest] li').count()).toBe(1)
  }, LONG)

  it('lets a matter run along its band when it goes up, and stand in the next lane', async () => {
    await server.post([{ type: 'incident.escalated', subject: 'WG-1', data: { to: 'community', reason: 'beyond-capacity' } }])
    await page.locator('[data-climbs=WG-1]').waitFor({ timeout: 60_000 })
    await waitFor('it has arrived', async () => await page.locator('[data-climbs]').count() === 0)
    await marks(3)
  }, LONG)

  it('lets the keyboard go from mark to mark and open the grid of one', async () => {
    await page.locator('[data-panel=lanes] [data-hit][tabindex="0"]').focus()
    await page.keyboard.press('End')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-hit'))).toBe('WG-2')
    await page.keyboard.press('Enter')
    await page.locator(`[data-panel=card]`).waitFor()
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-hit'))).toBe('WG-2')
  }, LONG)

  it('lights where most is open, names it with its number, and draws nothing of it behind the curtain', async () => {
    await page.goto(`${server.url}/wall/incidents?takeover=off&region=${GRID.slice(0, 9)}`)
    await marks(3)
    const picture = page.locator('[data-panel=hot] [role=img]')
    await expect.poll(() => picture.locator('text').allTextContents(), { timeout: 30_000 }).toEqual([expect.stringMatching(/ 3$/)])
    expect(await picture.getAttribute('aria-label')).toContain('3')
    const lit = await picture.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      return data.reduce((most, each, at) => at % 4 === 0 ? Math.max(most, each) : most, 0)
    })
    expect(lit).toBeGreaterThan(0x70)
    await page.keyboard.press('c')
    await waitFor('no picture', async () => await picture.count() === 0)
    await page.keyboard.press('c')
    await picture.waitFor()
    await page.goto(`${server.url}/wall/incidents?takeover=off`)
    await marks(3)
  }, LONG)

  it('opens the matters behind a number, and gives the focus back', async () => {
    await page.locator('[data-panel=lanes] .level .opens').first().click()
    const list = page.locator('[data-panel=matters]')
    await list.waitFor()
    await page.keyboard.press('Escape')
    await waitFor('the list is gone', async () => await list.count() === 0)
  }, LONG)

  it.each(['zh', 'en'])('[V5] nothing that axe can judge is broken on it: %s', async (lang) => {
    await page.goto(`${server.url}/wall/incidents?takeover=off&lang=${lang}`)
    await marks(3)
    expect(await brokenRules(page)).toEqual([])
  }, LONG)

  it.each(SHAPES)('draws in %i × %i within the screen', async (width, height) => {
    await page.setViewportSize({ width, height })
    await marks(3)
    const outside = await page.locator('[data-panel]').evaluateAll((panels, size) => panels.flatMap((panel) => {
      const { left, top, right, bottom, width } = panel.getBoundingClientRect()
      return width > 0 && (left < -1 || top < -1 || right > size.width + 1 || bottom > size.height + 1) ? [panel.getAttribute('data-panel')] : []
    }), { width, height })
    expect(outside).toEqual([])
    const boxes = await page.locator('.mark').evaluateAll(all => all.map(each => each.getBoundingClientRect().width))
    expect(Math.min(...boxes)).toBeGreaterThan(4)
  }, LONG)

  async function marks(count: number): Promise<void> {
    await waitFor(`${count} marks`, async () => await page.locator('[data-panel=lanes] .mark').count() === count, 120_000)
  }
})

function report(subject: string, severity: string): Record<string, unknown> {
  return { type: 'incident.reported', subject, data: { category: 'facility', subcategory: 'manhole-cover', severity, channel: 'hotline', grid: GRID } }
}
