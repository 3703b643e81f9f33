import type { Browser } from 'playwright-core'
import type { TestServer } from '../support/startTestServer.ts'
import { chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWatched } from '../soak/openWatched.ts'
import { chromium } from '../support/chromium.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const LONG = 240_000
/** Far from each other: each takeover shows what none before it did. */
const GRIDS = ['152921403005002', '152921216200001', '152921404003002']
/** As the soak takes for growth. */
const SLACK = 40

describe('the map', () => {
  let server: TestServer
  let browser: Browser

  beforeAll(async () => {
    server = await startTestServer({ districtDir: undefined, firstRestMs: 3_600_000 })
    browser = await playwright.launch(chromium)
  }, LONG)

  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
  }, LONG)

  it('holds no more on the graphics card after three takeovers than after one', async () => {
    const { page, sample } = await openWatched(browser, `${server.url}/wall`, () => 0)
    // Without motion a view is there at once.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.reload()
    await waitFor('the map is drawn', async () => await page.locator('[data-drawn=true]').count() === 2, 120_000)
    let held = 0
    const rest = (what: string) => waitFor(`${what} is drawn`, async () => {
      const before = held
      held = (await sample()).gpu
      return held === before
    }, 60_000)
    const after: number[] = []
    for (const [turn, grid] of GRIDS.entries()) {
      await server.post([{ type: 'incident.reported', subject: `WG-${turn}`, data: { channel: 'hotline', category: 'safety', subcategory: 'gas-leak', grid, severity: 'I' } }])
      await waitFor('it is taken over', async () => await page.locator(`[data-region="${grid.slice(0, 9)}"]`).count() > 0, 60_000)
      await rest('what took it over')
      await server.post([{ type: 'incident.closed', subject: `WG-${turn}`, data: {} }])
      await waitFor('it is given back', async () => await page.locator('[data-panel=alert]').count() === 0, 60_000)
      await rest('what it was before')
      after.push(held)
    }
    expect(after.at(-1)! - after[0]!).toBeLessThan(SLACK)
  }, LONG)
})
