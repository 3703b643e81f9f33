import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { TestServer } from '../support/startTestServer.ts'
import { chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TONES } from '../../client/desk/alarm/tones.ts'
import { chromium } from '../support/chromium.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const LONG = 120_000
const GRID = '152921403005002'

interface Heard { tones: { hertz: number; state: string; hidden: boolean }[]; notes: string[] }

/** The built desk, heard: every tone that its page starts, and every notification that it shows, is written down on the way. */
describe('the alarm of the desk', () => {
  let server: TestServer
  let browser: Browser
  let context: BrowserContext
  let desk: Page

  beforeAll(async () => {
    // The engine rests: nothing else rings.
    server = await startTestServer({ districtDir: undefined, firstRestMs: 3_600_000 })
    browser = await playwright.launch(chromium)
    context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, permissions: ['notifications'] })
    desk = await context.newPage()
    await desk.addInitScript(() => {
      const heard: Heard = { tones: [], notes: [] }
      Object.assign(window, { heard })
      const start = OscillatorNode.prototype.start
      OscillatorNode.prototype.start = function (when) {
        heard.tones.push({ hertz: this.frequency.value, state: this.context.state, hidden: document.hidden })
        start.call(this, when)
      }
      window.Notification = class extends window.Notification {
        constructor(title: string, options?: NotificationOptions) {
          super(title, options)
          heard.notes.push(`${title} ${options?.body}`)
        }
      }
    })
    await desk.goto(`${server.url}/duty`)
    await desk.waitForSelector('button[data-rove]', { timeout: 60_000 })
  }, LONG)

  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
  }, LONG)

  const heard = () => desk.evaluate(() => (window as unknown as { heard: Heard }).heard)

  it('sounds and notifies of the gravest matter though no key was pressed but the one that chose the seat', async () => {
    await desk.keyboard.press('Enter')
    await waitFor('the desk is live', async () => await desk.locator('[data-cell=link][data-truth=live]').count() > 0, 60_000)
    await waitFor('it may sound', async () => (await desk.locator('[data-cell=sound]').textContent())?.includes('声音开'), 20_000)
    await server.post([{ type: 'incident.reported', subject: 'WG-I', data: { channel: 'hotline', category: 'safety', subcategory: 'gas-leak', grid: GRID, severity: 'I' } }])
    await waitFor('it sounds', async () => (await heard()).tones.length >= TONES.I.length, 20_000)
    const { tones, notes } = await heard()
    expect(tones.slice(0, TONES.I.length).map(({ hertz, state }) => ({ hertz, state }))).toEqual(TONES.I.map(({ hertz }) => ({ hertz, state: 'running' })))
    expect(notes).toEqual([expect.stringContaining('I 级')])
  }, LONG)

  it('sounds on in a page that nobody looks at', async () => {
    // A browser without a window hides no page by itself; the desk looks at this alone.
    await desk.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await server.post([{ type: 'patrol.sos', subject: 'S00001', data: { grid: GRID } }])
    await waitFor('the call for help sounds', async () => (await heard()).tones.some(({ hertz, hidden }) => hidden && hertz === TONES.sos[0]!.hertz), 20_000)
    expect((await heard()).notes).toHaveLength(2)
  }, LONG)

  it('a mute silences matters, never a call for help, and says how long', async () => {
    const sosTones = async () => (await heard()).tones.filter(({ hertz }) => hertz === TONES.sos[0]!.hertz).length
    await desk.keyboard.press('z')
    await desk.locator('[data-panel=sound] section').first().getByRole('button').first().click()
    const before = await sosTones()
    await waitFor('the call for help goes on', async () => await sosTones() > before, 20_000)
    await desk.keyboard.press('Escape')
    await desk.keyboard.press('a')
    await waitFor('it is signed for', async () => !(await desk.locator('[data-panel=desk-alarm]').textContent({ timeout: 5000 }))?.includes('求助'), 20_000)
    expect(await desk.locator('[data-cell=sound]').textContent()).toMatch(/静音.*\d/)
    const quiet = (await heard()).tones.length
    await desk.keyboard.press('z')
    expect((await heard()).tones).toHaveLength(quiet)
    await desk.locator('[data-panel=sound] section').first().getByRole('button').first().click()
    await waitFor('the gravest matter sounds again', async () => (await heard()).tones.slice(quiet).some(({ hertz }) => hertz === TONES.I[0]!.hertz), 20_000)
  }, LONG)
})
