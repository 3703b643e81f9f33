import type { Browser, Page } from 'playwright-core'
import type { TestServer } from '../support/startTestServer.ts'
import { chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromium } from '../support/chromium.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const LONG = 240_000
const GRID = '152921403005002'

/** The built page on a real server with the demo district and a handful of matters. */
describe('the wall', () => {
  let server: TestServer
  let browser: Browser
  let page: Page
  const complaints: string[] = []
  const outside: string[] = []

  beforeAll(async () => {
    server = await startTestServer({ districtDir: undefined })
    await server.post([
      { type: 'grid-status.duty.on', subject: GRID, data: { worker: 'S-TEST', post: 'gridWorker' } },
      { type: 'patrol.entered-grid', subject: 'S-TEST', data: { grid: GRID } },
      report('WG-1', { grid: GRID, severity: 'I', category: 'safety', subcategory: 'gas-leak' }),
      report('WG-2', { grid: GRID, severity: 'IV', category: 'facility', subcategory: 'manhole-cover' }),
      report('WG-3', { grid: '152921216200001', severity: 'III', category: 'grassland', subcategory: 'pasture-boundary' }),
      { type: 'incident.closed', subject: 'WG-2', data: {} },
    ])
    browser = await playwright.launch(chromium)
    page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(String(error)))
    page.on('request', request => new URL(request.url()).origin === server.url || /^(?:data|blob):/.test(request.url()) || outside.push(request.url()))
    // What the page's policy forbids is told here even where the code goes on without it.
    await page.addInitScript(() => document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => reportError(new Error(`${violatedDirective} ${blockedURI}`))))
    // A grave matter would take the wall over, and its numbers with it.
    await page.goto(`${server.url}/wall?takeover=off&measure=open`)
  }, LONG)

  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
  }, LONG)

  it('[I1][I2] shows the headline numbers with their parts', async () => {
    await says('[data-headline=open] .number', '2')
    await says('[data-headline=inGrid] .number', '100.0')
    expect(await text('[data-headline=inGrid] .line')).toContain('1/1')
    await says('[data-headline=onDuty] .number', '1')
    // Whatever the hour: the rest is absent or off the roster.
    const [absent, noSignal, offRoster] = (await text('[data-headline=onDuty] .line')).match(/\d+/g)!.map(Number)
    expect(absent! + noSignal! + offRoster!).toBe(146)
    expect(await text('[data-panel=hours] .note')).toMatch(/今\s*3/)
    expect(await page.locator('.tile').count()).toBe(147)
  }, LONG)

  it('names the grid that needs attention first, and why', async () => {
    const first = page.locator('[data-panel=attention] li').first()
    await waitFor('the gas leak on top', async () => (await first.textContent())?.includes('燃气泄漏'))
    expect(await first.getAttribute('data-grid')).toBe(GRID)
  }, LONG)

  it('[K3] follows what happens without a reload', async () => {
    await server.post(report('WG-4', { grid: GRID, severity: 'II', category: 'safety', subcategory: 'fire-hazard' }))
    await says('[data-headline=open] .number', '3')
    await waitFor('it is in the feed', async () => (await text('[data-panel=feed]')).includes('火灾隐患'))
  }, LONG)

  it('draws both maps', async () => {
    await waitFor('both maps are drawn', async () => await page.locator('[data-drawn=true]').count() === 2, 180_000)
    const shot = (await page.locator('[data-panel=map]').screenshot({ timeout: 60_000 })).toString('base64')
    const sand = await page.evaluate(async (png) => {
      const image = new Image()
      image.src = `data:image/png;base64,${png}`
      await image.decode()
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0)
      const { data } = context.getImageData(0, 0, image.width, image.height)
      let count = 0
      for (let i = 0; i < data.length; i += 4)
        count += data[i]! > 0x12 && data[i]! >= data[i + 2]! - 4 ? 1 : 0
      return count / (image.width * image.height)
    }, shot)
    // Land in the colours of sand, not the blue of the sky.
    expect(sand).toBeGreaterThan(0.25)
  }, LONG)

  it('opens the card of a tile over what can wait, moving nothing, and Escape closes it', async () => {
    const places = async () => Promise.all(['attention', 'cover', 'feed'].map(panel => page.locator(`[data-panel=${panel}]`).boundingBox()))
    const before = await places()
    await page.click(`.tile[data-grid="${GRID}"]`)
    const card = page.locator('[data-panel=card]')
    await waitFor('the card tells of the grid', async () => (await card.textContent())?.includes('学苑东社区02格'))
    expect(await card.textContent()).toContain('燃气泄漏')
    expect(await card.textContent()).toContain('专职网格员 1')
    expect(await card.textContent()).not.toContain('S-TEST')
    expect((await places()).map(box => [box?.x, box?.width])).toEqual(before.map(box => [box?.x, box?.width]))
    await page.keyboard.press('Escape')
    await waitFor('the card is gone', async () => await card.count() === 0)
  }, LONG)

  it('speaks English at a key', async () => {
    await page.keyboard.press('l')
    await says('h1', 'Overview')
    await page.keyboard.press('l')
    await says('h1', '综合态势')
  }, LONG)

  it('[A3] asked nobody else for anything, and had nothing to complain of', () => {
    expect(outside).toEqual([])
    expect(complaints).toEqual([])
  })

  async function text(selector: string): Promise<string> {
    return await page.locator(selector).first().textContent() ?? ''
  }

  async function says(selector: string, words: string): Promise<void> {
    await waitFor(`${selector} says ${words}`, async () => (await text(selector)).trim() === words, 60_000, () => text(selector))
  }
})

function report(subject: string, data: Record<string, unknown>): Record<string, unknown> {
  return { type: 'incident.reported', subject, data: { channel: 'hotline', title: '井盖松动', ...data } }
}
