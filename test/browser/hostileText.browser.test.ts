import type { Browser, Page } from 'playwright-core'
import type { TestServer } from '../support/startTestServer.ts'
import { chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromium } from '../support/chromium.ts'
import { deskDistrict } from '../support/deskDistrict.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const LONG = 120_000
/** Runs to the left, overrides, hides, breaks the line, and closes isolates that it never opened. */
const hostile = (what: string) => `\u202E${what}\u2069\u2069 שלום מרחבא\u202C\u200B\u0085\u2028\uFEFF${'\u0301'.repeat(12)}\u2067`

/** The built desk with text that means it badly in every field that somebody may fill. */
describe('text from outside on the desk', () => {
  let district: Awaited<ReturnType<typeof deskDistrict>>
  let server: TestServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    district = await deskDistrict()
    server = await startTestServer({ districtDir: district.path })
    const data = (event: string, more: object) => ({ type: `incident.${event}`, subject: 'WG-1', data: more })
    const { status, body } = await server.post([
      { ...reportIncident('WG-1', { severity: 'I', title: hostile('标题'), description: hostile('描述'), address: hostile('地址'), reporter: { name: hostile('姓名'), phone: '13800001234' } }), source: 'x' },
      reportIncident('WG-2', { severity: 'I', title: hostile('相似'), category: 'facility' }),
      data('accepted', { unit: hostile('单位') }),
      data('dispatched', { unit: hostile('单位'), note: hostile('说明') }),
      data('whistled', { units: [hostile('吹哨')] }),
      data('commented', { text: hostile('记') }),
      data('report-sent', { kind: 'first', number: 1, by: 'phone', to: hostile('总值班室'), text: `${hostile('报')}\n二` }),
    ])
    expect(status, JSON.stringify(body)).toBe(200)
    browser = await playwright.launch(chromium)
    page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' })
    await page.goto(`${server.url}/duty?seat=seat-1&matter=WG-1`)
    await waitFor('its history', async () => await page.locator('[data-part=timeline] li').count() > 4, LONG)
  }, LONG)

  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
    await district?.[Symbol.asyncDispose]()
  }, LONG)

  it('[V7] stands apart in queue, matter, history, alarm and sides: nothing controls, all that runs to the left is isolated', async () => {
    expect(await shown()).toContain('标题')
    expect(await bad()).toEqual([])
  }, LONG)

  it.each([['h', 'handover'], ['r', 'report'], ['t', 'call'], ['e', 'action']])('[V7] stands apart in what %s opens: %s', async (key, panel) => {
    await page.keyboard.press('Escape')
    if (panel !== 'handover')
      await page.goto(`${server.url}/duty?seat=seat-1&matter=WG-1`)
    await waitFor('its history', async () => await page.locator('[data-part=timeline] li').count() > 4 || panel === 'handover', LONG)
    await page.keyboard.press(key)
    await page.locator(`[data-panel=${panel}]`).waitFor()
    await page.waitForFunction(() => document.querySelector('[data-panel=handover]') === null || document.querySelector('[data-panel=handover] .list li') !== null)
    expect(await bad()).toEqual([])
    await page.keyboard.press('Escape')
  }, LONG)

  const shown = () => page.locator('.duty').textContent()

  /** Texts and names in the page that hold what controls, or letters that run to the left outside an isolate. */
  function bad(): Promise<string[]> {
    return page.evaluate(() => {
      const CONTROLS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\uFEFF]|\p{M}{5}/u
      const LEFTWARD = /[\u0590-\u08FF]/u
      const around = (text: string) => {
        let [depth, rest] = [0, '']
        for (const sign of text) {
          if (/[\u2066-\u2068]/u.test(sign))
            depth++
          else if (sign === '\u2069')
            depth--
          else if (depth <= 0)
            rest += sign
        }
        return depth === 0 ? rest : `${rest}${text}`
      }
      const texts: string[] = [document.title]
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        if (node instanceof Text && !['SCRIPT', 'STYLE'].includes(node.parentElement?.tagName ?? ''))
          texts.push(node.data)
        if (node instanceof Element)
          texts.push(...['title', 'aria-label', 'placeholder', 'alt'].flatMap(name => node.getAttribute(name) ?? []))
      }
      return texts.filter(text => text.split('\n').some(line => CONTROLS.test(line) || LEFTWARD.test(around(line))))
    })
  }
})
