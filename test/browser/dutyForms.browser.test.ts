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

/** One matter from its report until it is settled a second time: what the duty lead presses or chooses, and where it leads. */
const LIFE = [
  ['a', 'accepted'],
  ['改类', 'accepted'],
  ['w', 'accepted'],
  ['报到', 'accepted'],
  ['定牵头', 'accepted'],
  ['d', 'dispatched'],
  ['e', 'dispatched'],
  ['a', 'acknowledged'],
  ['s', 'acknowledged'],
  ['b', 'dispatched'],
  ['a', 'acknowledged'],
  ['延期', 'acknowledged'],
  ['p', 'parked'],
  ['p', 'acknowledged'],
  ['退单', 'returned'],
  ['裁定退单', 'returned'],
  ['d', 'dispatched'],
  ['a', 'acknowledged'],
  ['开始处置', 'handling'],
  ['反馈', 'feedback'],
  ['返工', 'rework'],
  ['反馈', 'feedback'],
  ['v', 'checking'],
  ['r', 'checking'],
  ['登记收悉', 'checking'],
  ['v', 'closed'],
  ['回访评价', 'evaluated'],
  ['重开', 'reopened'],
  ['c', 'closed'],
] as const

const FORM = '[data-panel=action] form, [data-panel=report] form'

describe('every form of the desk', () => {
  let district: Awaited<ReturnType<typeof deskDistrict>>
  let server: TestServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    district = await deskDistrict()
    server = await startTestServer({ districtDir: district.path })
    await server.post([reportIncident('WG-1', { severity: 'II' }), reportIncident('WG-2', { category: 'safety' })])
    browser = await playwright.launch(chromium)
    page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' })
  }, LONG)

  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
    await district?.[Symbol.asyncDispose]()
  }, LONG)

  it('[C2] leads a matter through its whole life at 1366 × 768', async () => {
    await open('WG-1')
    const asked: string[] = []
    for (const [by, stage] of LIFE) {
      if (await order('WG-1', by, stage))
        asked.push(by)
    }
    expect(asked).toEqual(['改类', 'w', '报到', '定牵头', 'e', 's', 'b', '延期', 'p', '退单', '裁定退单', 'a', '反馈', '返工', '反馈', 'r', '登记收悉', 'v', '回访评价', '重开', 'c'])
    expect(await page.locator('[data-refused]').count()).toBe(0)
  }, LONG)

  it('[C2] turns a matter away', async () => {
    await open('WG-2')
    expect(await order('WG-2', '不予受理', 'rejected')).toBe(true)
  }, LONG)

  async function open(id: string): Promise<void> {
    await page.goto(`${server.url}/duty?seat=seat-2&matter=${id}`)
    await waitFor('its history and its keys', async () => await page.locator('[data-part=timeline] li').count() > 0 && await page.locator('[data-key=acknowledge][aria-disabled=false]').count() === 1, LONG)
  }

  /** Orders something, fills in what is asked, and waits until the page and the server have it; answers whether anything was asked. */
  async function order(id: string, by: string, stage: string): Promise<boolean> {
    const { version } = await matter(id)
    if (by.length === 1) {
      await page.keyboard.press(by)
    }
    else {
      await page.keyboard.press('o')
      await page.locator('[data-panel=more]').getByRole('button', { name: by, exact: true }).click()
    }
    if (by === 'd') {
      await waitFor('a digit is asked for', async () => await page.locator('.people.armed').count() === 1)
      await page.keyboard.press('1')
    }
    await waitFor(`${by}: asked or done`, async () => await page.locator(FORM).count() > 0 || (await matter(id)).version > version)
    const asks = await fillIn()
    await waitFor(`${by} is done`, async () => (await matter(id)).version > version, 15_000)
    const done = await matter(id)
    expect([by, done.stage]).toEqual([by, stage])
    // Its version too: an escalation changes who holds it and not the stage.
    await waitFor('the page has it', async () => await page.locator('[data-panel=action], [data-panel=report], .way').count() === 0 && await page.locator(`[data-stage=${stage}][data-version="${done.version}"]`).count() === 1)
    return asks
  }

  /** The first choice of each question, a word in each line; the form must be whole on the screen and go by Enter. */
  async function fillIn(): Promise<boolean> {
    const form = page.locator(FORM)
    if (await form.count() === 0)
      return false
    for (const set of await form.locator('fieldset').all()) {
      if (await set.locator('input:checked').count() === 0)
        await set.locator('input').first().check()
    }
    for (const found of await form.locator('[role=combobox]').all()) {
      await found.press('ArrowDown')
      await found.press('Enter')
    }
    for (const line of await form.locator('input[type=text]:not([role=combobox]), textarea').all()) {
      if (await line.inputValue() === '')
        await line.fill('已与楼栋长核实')
    }
    const send = form.locator('[type=submit]')
    const { y, height } = (await send.boundingBox())!
    expect(y + height).toBeLessThanOrEqual(768)
    await send.press('Enter')
    // A report is read whole before it goes.
    const whole = page.locator('[data-panel=report] [data-do=send]')
    if (await whole.count() > 0)
      await whole.press('Enter')
    return true
  }

  async function matter(id: string): Promise<{ version: number; stage: string }> {
    const { body } = await server.get(`/api/v1/incidents/${id}?audience=desk`)
    return (body as { incident: { version: number; stage: string } }).incident
  }
})
