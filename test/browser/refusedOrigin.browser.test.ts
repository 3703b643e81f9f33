import { chromium as playwright } from 'playwright-core'
import { expect, it } from 'vitest'
import { chromium } from '../support/chromium.ts'
import { freePort } from '../support/freePort.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { startProxy } from '../support/startProxy.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

it('[T15] behind a proxy that rewrites the host the wall has numbers, says of when they are and why it is not live, and asks no oftener than its back-off', async () => {
  const port = await freePort()
  await using server = await startTestServer({ districtDir: undefined })
  await using proxy = await startProxy({ port, to: server.port, path: '', strips: false, rewritesHost: true })
  await server.post([reportIncident('WG-1', { grid: '152921403005002' })])
  const browser = await playwright.launch(chromium)
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    const asked: string[] = []
    const opened: string[] = []
    page.on('request', request => request.url().endsWith('/origin-check') && asked.push(request.method()))
    page.on('websocket', socket => opened.push(socket.url()))
    await page.goto(`http://127.0.0.1:${port}/wall`)
    const strip = () => page.locator('.strip').textContent({ timeout: 5000 })
    await waitFor('why is said', async () => /断线.*画面停在 \d\d:\d\d:\d\d.*实时连接被拒.*PUBLIC_URL/.test(await strip() ?? ''), 60_000, () => proxy.lines)
    expect(await strip()).not.toContain('尚未取得数据')
    await waitFor('more attempts', () => opened.length >= 4, 30_000)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.length).toBeLessThanOrEqual(opened.length)
    expect(await strip()).not.toContain('尚未取得数据')
  }
  finally {
    await browser.close()
  }
}, 120_000)
