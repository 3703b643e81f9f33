import type { Browser, Page } from 'playwright-core'
import type { TestServer } from '../support/startTestServer.ts'
import { chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromium } from '../support/chromium.ts'
import { Composing } from '../support/composing.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const LONG = 120_000

/** What an input method's user presses between the letters and the word. */
const CHOOSING = ['Enter', 'Escape', 'Tab', 'ArrowDown', 'Digit2']

describe('[V6] a text that is being composed', () => {
  let server: TestServer
  let browser: Browser
  let desk: Page
  let pinyin: Composing

  beforeAll(async () => {
    server = await startTestServer({ districtDir: undefined, firstRestMs: 3_600_000 })
    await server.post([reportIncident('WG-1', { grid: '152921402001001' }), reportIncident('WG-2', { grid: '152921402001002' })])
    browser = await playwright.launch(chromium)
    desk = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await desk.goto(`${server.url}/duty?seat=seat-1&matter=WG-1`)
    await waitFor('the desk is live', async () => await desk.locator('[data-cell=link][data-truth=live]').count() > 0, 60_000)
    await waitFor('its history', async () => await desk.locator('[data-part=timeline] li').count() > 0, 60_000)
    pinyin = await Composing.on(desk)
  }, LONG)

  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
  }, LONG)

  it('is not searched for before it is confirmed, and its keys neither leave the field nor choose a row', async () => {
    const search = desk.locator('.search input')
    await desk.keyboard.press('/')
    await pinyin.compose('wangfu')
    for (const key of CHOOSING) {
      await pinyin.choose(key)
      expect([key, await search.evaluate(field => field === document.activeElement), new URL(desk.url()).searchParams.get('q')]).toEqual([key, true, null])
    }
    await pinyin.confirm('王府')
    await waitFor('it is searched for', () => new URL(desk.url()).searchParams.get('q') === '王府', 20_000)
    await desk.keyboard.press('Escape')
    await waitFor('Escape is the page’s again', () => new URL(desk.url()).searchParams.get('q') === null, 20_000)
  }, LONG)

  it('is not sent as a comment before it is confirmed', async () => {
    const comments = () => desk.locator('[data-part=timeline] li', { hasText: '已到现场' }).count()
    const box = desk.locator('[data-part=comment] input')
    await box.focus()
    await pinyin.compose('yidao')
    for (const key of CHOOSING)
      await pinyin.choose(key)
    expect(await box.evaluate(field => field === document.activeElement)).toBe(true)
    await pinyin.confirm('已到现场')
    expect([await box.inputValue(), await comments()]).toEqual(['已到现场', 0])
    await desk.keyboard.press('Enter')
    await waitFor('it is sent, once', async () => await comments() === 1, 20_000)
  }, LONG)

  it('takes no choice and closes no list in the form of a call; full-width digits count', async () => {
    await desk.locator('[data-part=timeline]').click()
    await desk.keyboard.press('t')
    await waitFor('the number has the focus', () => desk.evaluate(() => document.activeElement?.getAttribute('type') === 'tel'), 20_000)
    await desk.keyboard.insertText('１３８００１３８０００')
    expect(await desk.locator('[data-panel=call] input[type=tel]').inputValue()).toBe('13800138000')
    const kind = desk.locator('[data-panel=call] [role=combobox]').first()
    await kind.focus()
    await desk.keyboard.press('ArrowDown')
    await pinyin.compose('jinggai')
    const clock = () => desk.locator('time').first().textContent()
    const then = await clock()
    await waitFor('the desk is drawn anew', async () => await clock() !== then, 20_000)
    expect(await kind.inputValue()).toBe('jinggai')
    for (const key of CHOOSING) {
      await pinyin.choose(key)
      expect([key, await kind.getAttribute('aria-expanded'), await kind.evaluate(field => field === document.activeElement)]).toEqual([key, 'true', true])
    }
    await pinyin.confirm('井盖')
    await waitFor('it is offered', async () => (await desk.locator('[data-panel=call] [role=option]').allTextContents()).join().includes('井盖'), 20_000)
    await desk.keyboard.press('Enter')
    expect(await kind.getAttribute('aria-expanded')).toBe('false')
    expect(await kind.inputValue()).toContain('井盖')
    const place = desk.locator('[data-panel=call] [role=combobox]').last()
    await place.focus()
    await desk.keyboard.insertText('４０２００１００１')
    await waitFor('a grid is offered', async () => (await desk.locator('[data-panel=call] [role=option]').allTextContents()).join().includes('152921402001001'), 20_000)
  }, LONG)
})
