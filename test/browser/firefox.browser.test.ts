import type { ServerProgram } from '../support/startServerProgram.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskDistrict } from '../support/deskDistrict.ts'
import { FirefoxPage } from '../support/FirefoxPage.ts'
import { freePort } from '../support/freePort.ts'
import { postEvents } from '../support/postEvents.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { startServerProgram } from '../support/startServerProgram.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { waitFor } from '../support/waitFor.ts'

const LONG = 60_000
const SOON = 20_000

/** Smoke tests in the Firefox that Debian ships. */
describe('in Firefox ESR', () => {
  let page: FirefoxPage
  let server: ServerProgram
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let district: Awaited<ReturnType<typeof deskDistrict>>
  let env: Record<string, string>

  beforeAll(async () => {
    [district, folder] = await Promise.all([deskDistrict(), temporaryFolder()])
    env = { DATA_DIR: folder.path, PORT: String(await freePort()), DISTRICT_DIR: district.path };
    [server, page] = await Promise.all([startServerProgram(env), FirefoxPage.open({ width: 1920, height: 1080 })])
    await postEvents(server.url).post([reportIncident('WG-1', { title: '燃气泄漏', severity: 'III', category: 'safety', subcategory: 'gas-leak' })])
  }, LONG)

  afterAll(async () => {
    await page?.[Symbol.asyncDispose]()
    await server?.end('SIGKILL')
    await folder?.[Symbol.asyncDispose]()
    await district?.[Symbol.asyncDispose]()
  }, LONG)

  it('[V9][T1] the wall draws and goes live, and comes back after a cut', async () => {
    await page.goto(`${server.url}/wall?takeover=off&measure=open`)
    await says('[data-cell=link]', '实况')
    await says('[data-headline=open] .number', '1')
    await waitFor('every grid has its tile, and the charts are drawn', () => page.evaluate<boolean>('document.querySelectorAll(".tile").length > 0 && document.querySelectorAll("[data-panel] canvas").length > 0'), SOON)
    // Firefox without a graphics card has no WebGL: then the wall says that the tiles are to be looked at.
    await waitFor('the map is drawn, or it says why not', () => page.evaluate<boolean>('!document.querySelector("[data-drawn=false]") || document.body.innerText.includes("不能绘制地图")'), SOON)
    await page.evaluate('void (window.openedOnce = true)')
    await server.end('SIGKILL')
    await waitFor('it says that it is cut', async () => !(await text('[data-cell=link]')).includes('实况'), SOON)
    server = await startServerProgram(env)
    await postEvents(server.url).post([reportIncident('WG-2', { title: '井盖松动', severity: 'IV', category: 'facility', subcategory: 'manhole-cover' })])
    await says('[data-cell=link]', '实况')
    await says('[data-headline=open] .number', '2')
    expect([await page.evaluate('window.openedOnce'), page.complaints.filter(each => !/WebSocket|NetworkError|connection/i.test(each))]).toEqual([true, []])
  }, LONG)

  it('[V9][C1] at the desk an order is given', async () => {
    await page.goto(`${server.url}/duty?seat=seat-1&matter=WG-1`)
    await waitFor('the history of the matter', () => page.evaluate<boolean>('document.querySelectorAll("[data-part=timeline] li").length > 0'), SOON)
    await says('[data-cell=link]', '实况')
    const before = await text('[data-stage]')
    await waitFor('the order is given', async () => {
      await page.press('a')
      return waitFor('it shows', async () => await text('[data-stage]') !== before, 2000).catch(() => false)
    }, SOON)
    await waitFor('the order is done', async () => (await text('[data-stage]')).startsWith('立案'), SOON)
  }, LONG)

  async function text(selector: string): Promise<string> {
    return page.evaluate<string>(`document.querySelector(${JSON.stringify(selector)})?.innerText ?? ""`)
  }

  async function says(selector: string, words: string): Promise<void> {
    let last = ''
    await waitFor(`${selector} says ${words}`, async () => (last = await text(selector)).includes(words), SOON, () => [last, ...page.complaints])
  }
})
