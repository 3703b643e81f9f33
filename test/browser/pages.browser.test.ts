import type { Browser, Page } from 'playwright-core'
import { chromium as playwright } from 'playwright-core'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromium } from '../support/chromium.ts'
import { deskDistrict } from '../support/deskDistrict.ts'
import { freePort } from '../support/freePort.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { startProxy } from '../support/startProxy.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const LONG = 120_000
const SOON = 25_000

/** Pages as real browsers load them: under a path of a proxy, and of other sites. */
describe('pages', () => {
  let browser: Browser
  let district: Awaited<ReturnType<typeof deskDistrict>>

  beforeAll(async () => {
    district = await deskDistrict()
    browser = await playwright.launch({ ...chromium, args: [...chromium.args, '--host-resolver-rules=MAP evil.example 127.0.0.1'] })
  }, LONG)

  afterAll(async () => {
    await browser?.close()
    await district?.[Symbol.asyncDispose]()
  }, LONG)

  it.each([
    { strips: false, rewritesHost: false },
    { strips: true, rewritesHost: true },
  ])('[S7] wall and desk work under a path: %o', async (kind) => {
    const port = await freePort()
    const basePath = '/gov/wangge'
    const home = `http://127.0.0.1:${port}${basePath}`
    await using server = await startTestServer({ districtDir: district.path, publicUrl: home, basePath })
    await using proxy = await startProxy({ ...kind, port, to: server.port, path: basePath })
    await server.post([reportIncident('WG-1', { title: '燃气泄漏', severity: 'III', category: 'safety', subcategory: 'gas-leak' })])

    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' })
    const wrong: string[] = []
    page.on('pageerror', error => wrong.push(String(error)))
    page.on('response', response => response.status() >= 400 && wrong.push(`${response.status()} ${response.url()}`))
    page.on('request', request => /^(?:data|blob):/.test(request.url()) || request.url() === home || request.url().startsWith(`${home}/`) || wrong.push(request.url()))

    // A deep link, then a reload of it.
    await page.goto(`${home}/wall/incidents?takeover=off`)
    await wallIsLive(page)
    await page.reload()
    await wallIsLive(page)
    expect(new URL(page.url()).pathname).toBe(`${basePath}/wall/incidents`)
    await page.goto(`${home}/wall?takeover=off`)
    await waitFor('the map is drawn by its engine', async () => await page.locator('.maplibregl-canvas').count() > 0, SOON)
    await page.goto(home)
    await wallIsLive(page)
    expect(new URL(page.url()).pathname).toBe(`${basePath}/wall`)

    await page.goto(`${home}/duty?seat=seat-1&matter=WG-1`)
    await waitFor('the desk shows the matter', async () => await page.locator('[data-part=timeline] li').count() > 0, SOON)
    await waitFor('the desk is live', async () => await page.locator('[data-cell=link][data-truth=live]').count() > 0, SOON)
    const stage = async () => (await page.locator('[data-stage]').allTextContents()).join(' ').replace(/[\d秒分]+/g, '')
    const reported = await stage()
    let said = ''
    // Keys are heard once all that the desk needs is loaded.
    await waitFor('the order is given', async () => {
      await page.keyboard.press('a')
      said = await page.locator('body').innerText()
      return waitFor('it shows', async () => await stage() !== reported, 2000).catch(() => false)
    }, SOON, () => said)
    let last = ''
    await waitFor('the order is done', async () => {
      last = await stage()
      return last.startsWith('立案') && !last.includes('待答复')
    }, SOON, () => last)
    expect([wrong, proxy.errors()]).toEqual([[], ''])
    await page.close()
    // Who asks past the proxy is served too, and programs learn the addresses from outside.
    for (const at of [`${server.url}/healthz`, `${server.url}${basePath}/healthz`, `${home}/healthz`])
      expect((await fetch(at)).status).toBe(200)
    expect(await (await fetch(`${home}/open311/discovery.json`)).text()).toContain(`${home}/open311/v2`)
    expect(((await server.get('/openapi.json')).body as { servers: unknown }).servers).toEqual([expect.objectContaining({ url: basePath })])
  }, LONG)

  it('[S1] a page whose name was made to point here reads and does nothing', async () => {
    await using server = await startTestServer({ districtDir: district.path })
    await server.post([reportIncident('WG-1', { title: '张三家漏水' })])
    const page = await browser.newPage()
    const at = `http://evil.example:${server.port}`
    expect((await page.goto(`${at}/favicon.svg`))?.status()).toBe(421)
    const seen = await page.evaluate(async () => {
      const statusOf = async (path: string, init?: RequestInit) => (await fetch(path, init)).status
      const link = new WebSocket(`ws://${location.host}/live/?EIO=4&transport=websocket`)
      const opened = new Promise(resolve => Object.assign(link, { onopen: () => resolve('opened'), onerror: () => resolve('refused') }))
      return [await statusOf('/api/v1/state?audience=desk'), await statusOf('/api/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '[]' }), await opened]
    })
    expect(seen).toEqual([421, 421, 'refused'])
    await page.close()
  }, LONG)

  it('[S3] [S4] a page of another site writes nothing, by image, form or socket', async () => {
    await using server = await startTestServer({ districtDir: district.path })
    const evil = createServer((_request, response) => void response.setHeader('content-type', 'text/html').end('<h1>evil</h1>'))
    await new Promise<void>(resolve => evil.listen(0, '127.0.0.1', resolve))
    const page = await browser.newPage()
    const statuses: [string, number][] = []
    page.on('response', response => response.url().startsWith(server.url) && statuses.push([response.request().method(), response.status()]))
    await page.goto(`http://evil.example:${(evil.address() as { port: number }).port}/`)
    const opened = await page.evaluate(async (url) => {
      const fix = `${url}/osmand?id=tracker-1&lat=38.05&lon=105.05`
      await new Promise((resolve) => {
        const image = Object.assign(new Image(), { onload: resolve, onerror: resolve })
        image.referrerPolicy = 'no-referrer'
        image.src = fix
      })
      // Whether the browser shows the answer to that page is its own business.
      const send = (address: string, init?: RequestInit) => fetch(address, { mode: 'no-cors', ...init }).catch(() => undefined)
      await send(fix)
      await send(`${url}/osmand`, { method: 'POST', body: new URLSearchParams({ id: 'tracker-1', lat: '38.05', lon: '105.05' }) })
      await send(`${url}/api/v1/events`, { method: 'POST', body: '[]' })
      const link = new WebSocket(`${url.replace('http', 'ws')}/live/?EIO=4&transport=websocket`)
      return new Promise(resolve => Object.assign(link, { onopen: () => resolve('opened'), onerror: () => resolve('refused') }))
    }, server.url)
    expect(opened).toBe('refused')
    // What was asked for by GET is not shown to such a page at all, so nothing is heard of it here either.
    expect(statuses).toEqual([['POST', 403], ['POST', 403]])
    // A phone that comes afterwards is the first that is heard.
    const { entry } = await (await fetch(`${server.url}/osmand?id=tracker-3&lat=38.05&lon=105.15`)).json() as { entry: string }
    const workers = await waitFor('the phone', async () => {
      const { state } = (await server.get('/api/v1/state?audience=desk')).body as { state: { patrol: { workers: { worker: string }[] } } }
      return state.patrol.workers.length > 0 && state.patrol.workers.map(({ worker }) => worker)
    })
    expect([entry, workers]).toEqual([expect.any(String), ['S00003']])
    await page.close()
    await new Promise(resolve => evil.close(resolve))
  }, LONG)
})

async function wallIsLive(page: Page): Promise<void> {
  await waitFor('the wall is live', async () => (await page.locator('[data-cell=link]').textContent())?.includes('实况'), SOON, () => page.locator('[data-cell=link]').allTextContents())
}
