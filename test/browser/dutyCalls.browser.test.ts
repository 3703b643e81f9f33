import type { Browser, Page } from 'playwright-core'
import type { TestServer } from '../support/startTestServer.ts'
import { chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenRules } from '../support/brokenRules.ts'
import { chromium } from '../support/chromium.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const LONG = 120_000
const GRID = '152921403005002'

/** The built desk: a call by keyboard alone, an alarm, and a wall that it drives. */
describe('calls, alarms and walls of the desk', () => {
  let server: TestServer
  let browser: Browser
  let desk: Page

  beforeAll(async () => {
    // The engine rests: nothing goes up meanwhile.
    server = await startTestServer({ districtDir: undefined, firstRestMs: 3_600_000 })
    await server.post([{ type: 'incident.reported', subject: 'WG-OLD', data: { channel: 'app', title: '井盖异响', category: 'facility', subcategory: 'manhole-cover', grid: GRID, severity: 'IV', reporter: { phone: '138 0013 8000' } } }])
    browser = await playwright.launch(chromium)
    desk = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await desk.goto(`${server.url}/duty?seat=seat-1`)
    await waitFor('the desk is live', async () => await desk.locator('[data-cell=link][data-truth=live]').count() > 0, 60_000)
  }, LONG)

  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
  }, LONG)

  it('a call is taken by keyboard alone; what may be the same and earlier calls of the number stand beside it', async () => {
    await desk.keyboard.press('t')
    await waitFor('the number has the focus', () => desk.evaluate(() => document.activeElement?.getAttribute('type') === 'tel'), 20_000)
    const began = performance.now()
    await desk.keyboard.type('13800138000')
    await desk.keyboard.press('Tab')
    await desk.keyboard.press('Tab')
    await desk.keyboard.type('小区门口井盖松动')
    await desk.keyboard.press('Tab')
    await desk.keyboard.type('井盖')
    await desk.keyboard.press('Tab')
    await desk.keyboard.press('Tab')
    await desk.keyboard.type(GRID.slice(6))
    await desk.keyboard.press('Tab')
    await says('[data-part=recent]', 'WG-OLD')
    await says('[data-part=likely]', 'WG-OLD')
    await desk.locator('[data-panel=call] [role=combobox]').last().press('Enter')
    await waitFor('the matter lies open', () => /matter=WG\d{8}-[0-9A-F]{8}/.test(desk.url()), 20_000)
    expect(performance.now() - began).toBeLessThan(30_000)
    const id = new URL(desk.url()).searchParams.get('matter')!
    const kept = await server.get(`/api/v1/incidents/${id}?audience=desk`)
    expect(kept).toMatchObject({ status: 200 })
    expect(JSON.stringify(kept.body)).toContain('小区门口井盖松动')
  }, LONG)

  it('what was typed is there after a reload', async () => {
    await desk.keyboard.press('Escape')
    await desk.keyboard.press('t')
    await waitFor('the form is open', () => desk.evaluate(() => document.activeElement?.getAttribute('type') === 'tel'), 20_000)
    await desk.keyboard.type('13900139000')
    await desk.reload()
    await waitFor('the desk is live', async () => await desk.locator('[data-cell=link][data-truth=live]').count() > 0, 60_000)
    await desk.keyboard.press('t')
    await waitFor('it is there', async () => await desk.locator('[data-panel=call] input[type=tel]').inputValue({ timeout: 5000 }) === '13900139000', 20_000)
    await desk.keyboard.press('Escape')
  }, LONG)

  it('a worker’s call for help stands over the desk and in its title until this desk has signed for it', async () => {
    await server.post([{ type: 'patrol.sos', subject: 'S00001', data: { grid: GRID } }])
    await says('[data-panel=desk-alarm]', '网格员求助')
    expect(await desk.title()).toMatch(/^\(1\) /)
    await desk.keyboard.press('Escape')
    await desk.keyboard.press('a')
    await waitFor('it is signed for', async () => await desk.locator('[data-panel=desk-alarm]').count() === 0, 20_000)
    expect(await desk.title()).not.toMatch(/^\(/)
  }, LONG)

  it('[N4][N7] a wall with a name is driven: it says by whom, and the desk hears when it was painted', async () => {
    const wall = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    await wall.goto(`${server.url}/wall/incidents?wall=hall&plan=off&takeover=off`)
    await desk.keyboard.press('g')
    await says('[data-wall-row=hall] [data-shows]', '事件处置')
    await desk.locator('[data-panel=walls] [role=combobox]').fill('王府')
    await desk.keyboard.press('Enter')
    await desk.keyboard.press('Enter')
    await says('[data-wall-row=hall] [data-shows]', '王府街道')
    await says('[data-wall-row=hall] [data-sent]', '已上屏')
    await waitFor('the wall says so', async () => (await wall.locator('[data-note=driven]').textContent({ timeout: 5000 }))?.includes('值班席 1'), 20_000)
    await desk.locator('[data-send=hold]').click()
    await says('[data-wall-row=hall]', '已留住')
    await desk.locator('[data-send=release]').click()
    await waitFor('it is given back', async () => await wall.locator('[data-note=driven]').count() === 0, 20_000)
    await wall.close()
  }, LONG)

  it('[U3][U5] a shift is handed over when both seats have signed: the other hears of it at once, and reads what was remarked', async () => {
    await desk.keyboard.press('Escape')
    await server.post([{ type: 'incident.reported', subject: 'WG-GRAVE', data: { channel: 'app', category: 'safety', grid: GRID, severity: 'I' } }])
    await desk.keyboard.press('h')
    const sign = desk.locator('[data-do=sign-handover]')
    const other = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await other.goto(`${server.url}/duty?seat=seat-2`)
    await waitFor('the other desk is live', async () => await other.locator('[data-cell=link][data-truth=live]').count() > 0, 60_000)
    await waitFor('a grave matter of nobody is in the way', async () => await sign.getAttribute('aria-disabled', { timeout: 5000 }) === 'true', 20_000)
    await sign.click({ force: true })
    await says('[data-panel=handover] [role=status]', '不能交班')
    await server.post([{ type: 'incident.closed', subject: 'WG-GRAVE', data: {} }])
    await desk.locator('[data-do=refresh-handover]').click()
    await waitFor('nothing is in the way', async () => await sign.getAttribute('aria-disabled', { timeout: 5000 }) === 'false', 20_000)
    await desk.locator('[data-panel=handover] textarea').fill('东大门井盖已围挡')
    await sign.click()
    await says('[data-panel=handover] [data-signed=true]', '值班席 1')
    expect(await onSignature(desk)).toBe(false)
    await says('[data-panel=desk-handover]', '东大门井盖已围挡', other)
    await other.keyboard.press('h')
    await says('[data-panel=handover] [data-note]', '东大门井盖已围挡', other)
    expect(await onSignature(other)).toBe(false)
    await other.keyboard.press('Enter')
    expect(await other.locator('[data-signed=true]').count()).toBe(1)
    await other.locator('[data-panel=handover] textarea').fill('收到')
    await other.locator('[data-do=sign-handover]').click()
    await says('[data-part=last-handover]', '东大门井盖已围挡', other)
    expect(await onSignature(other)).toBe(false)
    await waitFor('the first desk reads the answer', async () => (await desk.locator('[data-part=last-handover]').textContent({ timeout: 5000 }).catch(() => ''))?.includes('收到') === true, 30_000)
    await waitFor('nobody is asked any more', async () => await other.locator('[data-panel=desk-handover]').count() === 0)
    await desk.locator('[data-kept]').first().click()
    await says('[data-part=looked]', '收到')
    expect(await desk.locator('.handover-sheet footer').textContent()).toContain('东大门井盖已围挡')
    await says('[data-kept]', '双方签字', other)
    await says('[data-kept]', '双方签字')
    await other.close()
  }, LONG)

  it.each([['t', 'call'], ['z', 'sound'], ['g', 'walls'], ['h', 'handover']])('[V5] nothing that axe can judge is broken in what %s opens: %s', async (key, panel) => {
    await desk.keyboard.press('Escape')
    await desk.keyboard.press(key)
    await desk.locator(`[data-panel=${panel}]`).waitFor()
    expect(await brokenRules(desk)).toEqual([])
  }, LONG)

  const onSignature = (page: Page) => page.evaluate(() => document.activeElement?.matches('[data-do=sign-handover]') === true || document.activeElement === document.body)

  async function says(selector: string, words: string, page = desk): Promise<void> {
    await waitFor(`${selector} says ${words}`, async () => (await page.locator(selector).first().textContent({ timeout: 5000 }).catch(() => ''))?.includes(words), 30_000)
  }
})
