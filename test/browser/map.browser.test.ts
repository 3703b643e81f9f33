import type { Browser, Page } from 'playwright-core'
import type { TestServer } from '../support/startTestServer.ts'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromium } from '../support/chromium.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const LONG = 300_000
const GRID = '152921403005002'

/** The built page's maps on a real server, under its strict policy. */
describe('the maps of the wall', () => {
  let server: TestServer
  let browser: Browser
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    server = await startTestServer({ districtDir: undefined })
    browser = await playwright.launch(chromium)
    page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(String(error)))
    await page.goto(`${server.url}/wall?region=152921112`)
    await drawn()
  }, LONG)

  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
  }, LONG)

  it('opens on the region of its address, and goes a step nearer by a double click', async () => {
    expect(await page.locator('[data-panel=map] .ring').count()).toBe(0)
    const box = (await page.locator('[data-panel=map] .maplibregl-canvas').boundingBox())!
    // A little off the middle, where no name lies.
    await page.mouse.dblclick(box.x + box.width * 0.62, box.y + box.height * 0.42)
    await waitFor('a part of the town is shown', async () => /^152921112\d{3}/.test(await region()))
    await page.keyboard.press('Home')
    await waitFor('the ring is there again', async () => await page.locator('[data-panel=map] .ring').count() === 1, 60_000)
  }, LONG)

  it('rings where a new matter came, then is still; of level I until somebody signs for it', async () => {
    const calling = page.locator('[data-panel=inset] [data-pulse=calling]')
    await server.post([reportIncident('WG-M1', { grid: GRID, severity: 'I', category: 'safety' })])
    await waitFor('it rings again and again', async () => await calling.count() === 1, 60_000)
    await server.post([
      { type: 'incident.accepted', subject: 'WG-M1', data: {} },
      { type: 'incident.dispatched', subject: 'WG-M1', data: { unit: 'fire' } },
      { type: 'incident.acknowledged', subject: 'WG-M1', data: {} },
    ])
    await waitFor('it is still', async () => await page.locator('[data-pulse]').count() === 0, 60_000)
  }, LONG)

  it('comes back with all its layers when the graphics context is lost', async () => {
    await page.evaluate(() => document.querySelector<HTMLCanvasElement>('[data-panel=map] .maplibregl-canvas')!.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext())
    await waitFor('one map is away', async () => await page.locator('[data-drawn=true]').count() === 1, 60_000)
    await drawn()
    expect(await page.locator('[data-panel=map] canvas:not([data-overlay]):visible').count()).toBe(1)
    expect(await page.locator('[data-panel=map] [data-overlay]').count()).toBe(3)
  }, LONG)

  it('says who made the map, and that it is schematic', async () => {
    expect(await page.locator('[data-cell=map]').textContent()).toMatch(/示意图非测绘成果.*图源/)
  }, LONG)

  it('had nothing to complain of', async () => {
    expect(complaints).toEqual([])
    // What follows needs the machine for itself.
    await page.close()
  })

  it('says so where no map can be drawn, and numbers and tiles stand', async () => {
    const poor = await playwright.launch({ ...chromium, args: [...chromium.args, '--disable-3d-apis'] })
    try {
      const bare = await poor.newPage()
      await bare.goto(`${server.url}/wall`, { timeout: 120_000 })
      await waitFor('it says so', async () => (await bare.locator('[data-panel=map] .failed').allTextContents()).join().includes('等积格图'), 60_000)
      expect(await bare.locator('[data-panel=inset] .failed').count()).toBe(1)
      await waitFor('tiles stand', async () => await bare.locator('.tile').count() === 147, 60_000)
    }
    finally {
      await poor.close()
    }
  }, LONG)

  it('draws where a part of the site’s own style is missing, and says so', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wangge-style-'))
    const mapStyle = join(folder, 'style.json')
    await writeFile(mapStyle, JSON.stringify({
      version: 8,
      sources: { roads: { type: 'geojson', data: '/no-such-roads.geojson' } },
      layers: [{ id: 'roads', type: 'line', source: 'roads' }],
    }))
    const other = await startTestServer({ districtDir: undefined, mapStyle })
    const styled = await browser.newPage()
    try {
      await styled.goto(`${other.url}/wall`, { timeout: 120_000 })
      await waitFor('both maps are drawn', async () => await styled.locator('[data-drawn=true]').count() === 2, 180_000)
      await waitFor('it says so', async () => (await styled.locator('[data-cell=map-fault]').allTextContents()).join().includes('底图'), 60_000)
    }
    finally {
      await styled.close()
      await other[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    }
  }, LONG)

  async function drawn(): Promise<void> {
    await waitFor('both maps are drawn', async () => await page.locator('[data-drawn=true]').count() === 2, 180_000)
  }

  async function region(): Promise<string> {
    return await page.locator('[data-panel=map] [data-region]').getAttribute('data-region') ?? ''
  }
})
