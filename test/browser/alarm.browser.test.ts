import type { Browser, Page } from 'playwright-core'
import type { TestServer } from '../support/startTestServer.ts'
import { chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenRules } from '../support/brokenRules.ts'
import { chromium } from '../support/chromium.ts'
import { judgePicture } from '../support/judgePicture.ts'
import { recordCanvasText } from '../support/recordCanvasText.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const LONG = 240_000
const SHAPES = [
  { size: '1920×1080', width: 1920, height: 1080, columns: 1, query: '' },
  { size: '1920×1080 of 2 × 2', width: 1920, height: 1080, columns: 2, query: '&bezels=2x2' },
  { size: '3840×2160', width: 3840, height: 2160, columns: 1, query: '' },
  { size: '3840×1080', width: 3840, height: 1080, columns: 2, query: '' },
  { size: '5760×1080', width: 5760, height: 1080, columns: 3, query: '' },
  { size: '1080×1920', width: 1080, height: 1920, columns: 1, query: '' },
]
const SCENES = SHAPES.flatMap(shape => ['zh', 'en'].flatMap(lang => ['', '/incidents'].map(scene => ({ ...shape, lang, scene }))))

/** The built page over a server with an SOS, three matters of severity I and one of II that nobody has signed for. */
describe('several grave matters at once', () => {
  let server: TestServer
  let browser: Browser

  beforeAll(async () => {
    server = await startTestServer({ districtDir: undefined, firstRestMs: 3_600_000 })
    await server.post([
      report('WG-1', '152921216200001', 'I', 'grassland', 'grass-fire'),
      report('WG-2', '152921403005002', 'I', 'safety', 'gas-leak'),
      report('WG-3', '152921402005001', 'I', 'safety', 'gas-leak'),
      report('WG-4', '152921402003002', 'II', 'safety', 'wall-crack'),
      ...Array.from({ length: 30 }, (_, i) => report(`WG-${i + 10}`, `1529214030050${String(i % 4 + 1).padStart(2, '0')}`, i % 5 ? 'IV' : 'III', 'facility', 'manhole-cover')),
      { type: 'patrol.sos', subject: 'S-TEST', data: { grid: '152921404003002' } },
    ])
    // The map's own pictures are looked at elsewhere: drawing them takes long without a graphics card.
    browser = await playwright.launch({ ...chromium, args: [...chromium.args, '--disable-3d-apis'] })
  }, LONG)

  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
  }, LONG)

  it.each(SCENES)('[B8] a wall that is opened later has the line at once: nothing over one another, nothing cut: $size, $lang, wall$scene', async ({ width, height, columns, query, lang, scene }) => {
    const page = await open(width, height, `${scene}?takeover=off&lang=${lang}${query}`)
    expect(await page.locator('[data-panel=unsigned] .label b').textContent()).toBe('5')
    const named = await page.locator('[data-unsigned]').count()
    expect(named + Number.parseInt((await page.locator('[data-more]').allTextContents()).join('').replace(/\D/g, '') || '0')).toBe(5)
    expect(await page.locator('[data-unsigned]').first().getAttribute('class')).toContain('of-sos')
    // Layout and canvas follow the data by a few frames, and later on a busy machine: what is judged is the picture that stays.
    let faults: object = {}
    let canvas = { texts: 0, faults: [''] }
    await waitFor('a whole picture', async () => {
      const { shortened: _, ...found } = await page.evaluate(judgePicture, { columns, rows: query.includes('2x2') ? 2 : 1 })
      faults = found
      canvas = await page.evaluate(() => (globalThis as unknown as { canvasFaults: () => typeof canvas }).canvasFaults())
      return Object.values(found).flat().length === 0 && canvas.faults.length === 0 && (canvas.texts > 10 || scene !== '')
    }, 20_000, () => ({ faults, canvas }))
    expect(await filled(page)).toBeGreaterThan(0.8)
    await page.close()
  }, LONG)

  it.each(['zh', 'en'])('[V5] nothing that axe can judge is broken while several are unsigned: %s', async (lang) => {
    const page = await open(1920, 1080, `?takeover=off&lang=${lang}`)
    expect(await brokenRules(page)).toEqual([])
    await page.close()
  }, LONG)

  it('[B2] upright the plate heads the block with level, kind, place and clock, and the seats stay beside the title', async () => {
    const page = await open(1080, 1920, '?turn=600')
    await page.locator('.standing [data-panel=alert]').waitFor({ timeout: 60_000 })
    expect(await page.locator('header [data-panel=alert]').count()).toBe(0)
    expect((await page.locator('[data-panel=alert]').textContent())?.replace(/\s+/g, ' ')).toMatch(/SOS\s*网格员求助\s*南田社区02格.*1\/5/)
    const { shortened: _, overlaps, ...faults } = await page.evaluate(judgePicture, { columns: 1, rows: 1 })
    expect(faults).toEqual({ small: [], cut: [], onBezel: [], outside: [] })
    // The card lies over what can wait.
    expect(overlaps.filter(each => !each.includes('card'))).toEqual([])
    await page.close()
  }, LONG)

  async function open(width: number, height: number, path: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' })
    await page.addInitScript(recordCanvasText)
    await page.goto(`${server.url}/wall${path}`, { waitUntil: 'commit' })
    await waitFor('the line stands, and numbers beside it', async () => await page.locator('[data-unsigned]').count() > 1 && /^\d+$/.test((await page.locator('[data-headline=open] .number').allTextContents()).join('').trim()), 120_000)
    await page.evaluate(async () => document.fonts.ready)
    return page
  }
})

/** Which share of the picture belongs to some part of it: between them there is air, and no empty screen. */
async function filled(page: Page): Promise<number> {
  return page.evaluate(() => {
    const boxes = [...document.querySelectorAll('[data-panel], [data-headline], header.head, footer.strip')].map(each => each.getBoundingClientRect())
    const step = 24
    let all = 0
    let within = 0
    for (let x = step / 2; x < window.innerWidth; x += step) {
      for (let y = step / 2; y < window.innerHeight; y += step) {
        all++
        within += Number(boxes.some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom))
      }
    }
    return within / all
  })
}

function report(subject: string, grid: string, severity: string, category: string, subcategory: string): Record<string, unknown> {
  return { type: 'incident.reported', subject, data: { category, subcategory, severity, channel: 'hotline', grid } }
}
