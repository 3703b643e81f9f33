import type { Browser, Page } from 'playwright-core'
import type { TestServer } from '../support/startTestServer.ts'
import { chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromium } from '../support/chromium.ts'
import { judgePicture } from '../support/judgePicture.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const LONG = 300_000
const GRID = '152921403005002'
/** A grid with one of the longest names there are, in both languages. */
const LONG_NAMED = '152921402005001'

const SHAPES = [
  { size: '1920×1080', width: 1920, height: 1080, columns: 1, rows: 1, query: '' },
  { size: '1366×768', width: 1366, height: 768, columns: 1, rows: 1, query: '' },
  { size: '3840×2160', width: 3840, height: 2160, columns: 1, rows: 1, query: '' },
  { size: '1920×1080 of 2 × 2', width: 1920, height: 1080, columns: 2, rows: 2, query: '&bezels=2x2' },
  { size: '3840×1080', width: 3840, height: 1080, columns: 2, rows: 1, query: '' },
  { size: '5760×1080', width: 5760, height: 1080, columns: 3, rows: 1, query: '&bezels=3x1' },
  { size: '1080×1920', width: 1080, height: 1920, columns: 1, rows: 1, query: '' },
]

/** The built page in every shape, over one server with more matters than lists have lines; none so grave that it takes the picture over. */
describe('every shape of the wall', () => {
  let server: TestServer
  let browser: Browser

  beforeAll(async () => {
    server = await startTestServer({ districtDir: undefined })
    await server.post([
      { type: 'grid-status.duty.on', subject: GRID, data: { worker: 'S-TEST', post: 'gridWorker' } },
      report('WG-0', { grid: GRID, severity: 'III', category: 'safety', subcategory: 'gas-leak' }),
      ...Array.from({ length: 40 }, (_, i) => report(`WG-${i + 1}`, { grid: i % 2 ? LONG_NAMED : `1529214030050${String(i % 4 + 1).padStart(2, '0')}`, severity: i % 5 ? 'IV' : 'III', category: 'grassland', subcategory: 'pasture-boundary' })),
      ...Array.from({ length: 20 }, (_, i) => ({ type: 'incident.closed', subject: `WG-${i + 1}`, data: {} })),
    ])
    // The map's own pictures are looked at elsewhere: drawing them takes long without a graphics card.
    browser = await playwright.launch({ ...chromium, args: [...chromium.args, '--disable-3d-apis'] })
  }, LONG)

  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
  }, LONG)

  for (const lang of ['zh', 'en']) {
    it.each(SHAPES)(`$size, ${lang}: legible, whole, apart, clear of bezels, and nothing jumps`, async ({ width, height, columns, rows, query }) => {
      const page = await open(width, height, 1, `lang=${lang}${query}`)
      const { shortened, ...faults } = await page.evaluate(judgePicture, { columns, rows })
      expect(faults).toEqual({ small: [], cut: [], overlaps: [], onBezel: [], outside: [] })
      expect(shortened.length, shortened.join()).toBeLessThan(16)
      expect(await page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted)).toBeLessThan(0.02)
      await page.close()
    }, LONG)
  }

  it('draws nothing in Chinese first where it is opened in English, however late the words come', async () => {
    const page = await browser.newPage({ viewport: { width: 3840, height: 1080 } })
    let letThrough = () => {}
    await page.route(/\/assets\/en-[\w-]+\.js/, async (route) => {
      await new Promise<void>(resolve => letThrough = resolve)
      await route.continue()
    })
    await page.goto(`${server.url}/wall?lang=en`, { waitUntil: 'commit' })
    await waitFor('the rest has come', () => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/api/v1/state'))), 60_000)
    expect(await page.locator('#app').innerText()).toBe('')
    letThrough()
    await waitFor('it stands, in English', async () => (await page.locator('[data-headline=open]').allTextContents()).join().includes('Open'), 60_000)
    await page.close()
  }, LONG)

  it('draws charts with a px of the device each', async () => {
    const page = await open(1366, 768, 2, '')
    const canvas = page.locator('[data-panel=hours] canvas').first()
    await waitFor('the chart is drawn', async () => await canvas.count() === 1, 60_000)
    expect(await canvas.evaluate(each => (each as HTMLCanvasElement).width / each.getBoundingClientRect().width)).toBeCloseTo(2, 1)
    await page.close()
  }, LONG)

  it('has tiles of the drawing’s pitch, with numbers where they are large', async () => {
    const [wide, triple] = [await open(1920, 1080, 1, ''), await open(5760, 1080, 1, '')]
    const side = (page: Page) => page.locator('.tile rect').first().evaluate(each => each.getBoundingClientRect().width)
    // LOOKS 7: a pitch of 23 and of 58 px, less a gap of 2.2.
    expect(await side(wide)).toBeCloseTo(20.8, 0)
    expect(await side(triple)).toBeCloseTo(55.8, 0)
    expect(await wide.locator('.tile .count').count()).toBe(0)
    expect(await triple.locator('.tile .count').count()).toBeGreaterThan(0)
    await wide.close()
    await triple.close()
  }, LONG)

  async function open(width: number, height: number, deviceScaleFactor: number, query: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor, reducedMotion: 'reduce' })
    await page.addInitScript(() => {
      const page = globalThis as unknown as { shifted: number }
      page.shifted = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          page.shifted += entry.value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(`${server.url}/wall?${query}`, { waitUntil: 'commit' })
    const standing = () => page.evaluate(() => [document.querySelector('[data-headline=open] .number')?.textContent, document.querySelectorAll('[data-panel=feed] li').length, document.querySelectorAll('.tile').length, document.querySelector('footer')?.textContent])
    await waitFor('numbers, feed and tiles stand', async () => {
      const [number, lines, tiles] = await standing()
      return number?.toString().trim() === '21' && Number(lines) > 3 && tiles === 147
    }, 150_000, standing)
    await page.evaluate(async () => document.fonts.ready)
    return page
  }
})

function report(subject: string, data: Record<string, unknown>): Record<string, unknown> {
  return { type: 'incident.reported', subject, data: { channel: 'hotline', title: '井盖松动', ...data } }
}
