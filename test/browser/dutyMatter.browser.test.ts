import type { Browser, Page } from 'playwright-core'
import type { TestServer } from '../support/startTestServer.ts'
import { chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenRules } from '../support/brokenRules.ts'
import { chromium } from '../support/chromium.ts'
import { deskDistrict } from '../support/deskDistrict.ts'
import { JPEG } from '../support/photos.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const LONG = 120_000

/** The built desk: two officers at two browsers have the same matter open. */
describe('two officers and one matter', () => {
  let district: Awaited<ReturnType<typeof deskDistrict>>
  let server: TestServer
  let browser: Browser
  let officer: Page
  let lead: Page
  /** While it is set, the officer hears nothing of the server. */
  let isDeaf = false
  let hangUp = () => {}

  beforeAll(async () => {
    district = await deskDistrict()
    server = await startTestServer({ districtDir: district.path })
    await server.post([
      reportIncident('WG-1', { title: '燃气泄漏', severity: 'II', category: 'safety', subcategory: 'gas-leak' }),
      reportIncident('WG-2', { title: '有煤气味', severity: 'III', category: 'safety', subcategory: 'gas-leak' }),
    ])
    browser = await playwright.launch(chromium)
    officer = await open('seat-1')
    lead = await open('seat-2')
  }, LONG)

  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
    await district?.[Symbol.asyncDispose]()
  }, LONG)

  it('[N2] each sees that the other looks at it, and writes', async () => {
    await says(officer, 'head', '带班席 2')
    await lead.keyboard.press('n')
    await lead.keyboard.type('门卫已到')
    await says(officer, 'comment', '带班席 2')
    await lead.keyboard.press('Enter')
    await says(officer, 'timeline', '门卫已到')
    await lead.keyboard.press('Escape')
  }, LONG)

  it('[C20][C2] what one orders by key is shown to both, with who and when', async () => {
    await officer.keyboard.press('a')
    await stands(officer, '立案')
    await stands(lead, '立案')
    await says(lead, 'timeline', '值班席 1')
  }, LONG)

  it('[C6][C20] who was second is told who was first and when, and what he ordered is not done', async () => {
    await officer.keyboard.press('e')
    await waitFor('the question', async () => await officer.locator('[data-panel=action]').count() === 1)
    await lead.keyboard.press('d')
    await waitFor('a digit is asked for', async () => await lead.locator('.people.armed').count() === 1)
    await lead.keyboard.press('1')
    await stands(lead, '派遣')
    await says(officer, 'timeline', '派给')
    await officer.locator('[data-panel=action] input[type=radio]').last().check()
    await officer.locator('[data-panel=action] [type=submit]').click()
    await waitFor('the refusal', async () => /升级未成.*带班席 2 已先于 \d\d:\d\d:\d\d 派遣/s.test(await textOf(officer, '[data-refused]')), 10_000)
    await stands(officer, '派遣')
    expect(await levelOf('WG-1')).toBe('grid')
  }, LONG)

  it('[C19] what may not be done says why', async () => {
    await officer.keyboard.press('s')
    await officer.locator('[data-refused] button').click()
    await officer.keyboard.press('s')
    await waitFor('the reason', async () => (await textOf(officer, '[data-greyed]')).includes('带班领导'))
  }, LONG)

  it('[C20][C7] an order whose answer was cut off is sent again under its id and has one effect', async () => {
    const before = await versionOf('WG-1')
    await officer.keyboard.press('a')
    // It was sent to another: on whose word it is signed for is asked first.
    await officer.locator('[data-panel=action] input').first().fill('站长')
    isDeaf = true
    await officer.keyboard.press('Enter')
    await waitFor('the server has it', async () => await versionOf('WG-1') === before + 1)
    await waitFor('it is expected', async () => (await textOf(officer, '[data-stage]')).includes('签收'))
    isDeaf = false
    hangUp()
    await stands(officer, '签收', 30_000)
    await waitFor('nothing is under way', async () => await officer.locator('.way').count() === 0)
    expect(await versionOf('WG-1')).toBe(before + 1)
  }, LONG)

  it('[D1] a photo is attached and seen by both', async () => {
    await officer.locator('input[type=file]').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: JPEG })
    await waitFor('both see it', async () => await officer.locator('.photo img').count() === 1 && await lead.locator('.photo img').count() === 1)
    expect(await lead.locator('.photo img').evaluate(image => (image as HTMLImageElement).decode().then(() => (image as HTMLImageElement).naturalWidth))).toBe(1)
  }, LONG)

  it('[M3][C12] the likely duplicate is merged into this matter by one key', async () => {
    await says(lead, 'duplicate', '有煤气味')
    await lead.keyboard.press('m')
    await says(officer, 'timeline', 'WG-2')
    await waitFor('it is proposed no more', async () => await lead.locator('[data-part=duplicate]').count() === 0)
  }, LONG)

  it('[M6] an upward report is drafted from the facts, edited, read whole and sent', async () => {
    await lead.keyboard.press('r')
    const text = lead.locator('[data-panel=report] textarea')
    await waitFor('the draft', async () => (await text.inputValue()).includes('燃气泄漏'))
    await text.fill(`${await text.inputValue()}\n无人员伤亡。`)
    if (await lead.locator('[data-panel=report] input[type=text]').count() === 1)
      await lead.locator('[data-panel=report] input[type=text]').fill('旗政府值班室')
    await lead.locator('[data-panel=report] [data-do=read]').click()
    const whole = lead.locator('[data-panel=report] [data-part=whole]')
    await waitFor('its text, whole', async () => (await whole.textContent())?.includes('无人员伤亡。') === true)
    expect(await textOf(officer, '[data-part=timeline] li')).not.toContain('无人员伤亡。')
    await lead.keyboard.press('Enter')
    await says(officer, 'timeline', '无人员伤亡。')
  }, LONG)

  it('[M6] R then Enter shows what would be sent; Escape sends nothing', async () => {
    await lead.keyboard.press('r')
    await waitFor('the form', async () => await lead.locator('[data-panel=report] [data-part=no-final]').count() === 1)
    if (await lead.locator('[data-panel=report] input[type=text]').count() === 1)
      await lead.locator('[data-panel=report] input[type=text]').fill('旗政府值班室')
    await lead.locator('[data-panel=report] input[type=radio]:checked').first().focus()
    const before = await officer.locator('[data-part=timeline] li').count()
    await lead.keyboard.press('Enter')
    await waitFor('its text, whole', async () => await lead.locator('[data-panel=report] [data-part=whole]').count() === 1)
    await lead.keyboard.press('Escape')
    await waitFor('the form is gone', async () => await lead.locator('[data-panel=report]').count() === 0)
    expect(await officer.locator('[data-part=timeline] li').count()).toBe(before)
  }, LONG)

  it('[V8][N2] a comment that was begun is there after another matter and after a reload; who left it writes no more, and is where he was', async () => {
    await officer.locator('.duty > .matter').focus()
    await officer.keyboard.press('n')
    await officer.keyboard.type('门卫还没有')
    await says(lead, 'comment', '值班席 1')
    await officer.keyboard.press('Escape')
    expect(await officer.evaluate(() => document.activeElement?.matches('.duty > .matter'))).toBe(true)
    await waitFor('nobody writes', async () => !(await textOf(lead, '[data-part=comment]')).includes('值班席 1'))
    const box = officer.locator('[data-part=comment] input')
    const address = officer.url()
    await officer.goto(address.replace('matter=WG-1', 'matter=WG-2'))
    await waitFor('the other matter', async () => (await textOf(officer, '[data-part=head]')).includes('WG-2'))
    expect(await box.inputValue()).toBe('')
    await officer.goto(address)
    await waitFor('the draft', async () => await box.inputValue({ timeout: 5000 }) === '门卫还没有', 30_000)
    await box.fill('')
    await officer.reload()
    await waitFor('it is forgotten', async () => await box.inputValue({ timeout: 5000 }) === '', 30_000)
  }, LONG)

  it.each(['zh', 'en'])('[V5] nothing that axe can judge is broken in the open matter: %s', async (lang) => {
    await lead.goto(`${server.url}/duty?seat=seat-2&matter=WG-1&lang=${lang}`)
    await waitFor('its history', async () => await lead.locator('[data-part=timeline] li').count() > 4)
    expect(await brokenRules(lead)).toEqual([])
  }, LONG)

  async function open(seat: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' })
    await page.routeWebSocket(/\/live/, (socket) => {
      const far = socket.connectToServer()
      far.onMessage(message => isDeaf && seat === 'seat-1' ? undefined : socket.send(message))
      if (seat === 'seat-1')
        hangUp = () => void socket.close()
    })
    await page.goto(`${server.url}/duty?seat=${seat}&matter=WG-1`)
    await waitFor(`${seat} sees the matter`, async () => await page.locator('[data-part=timeline] li').count() > 0, LONG)
    return page
  }

  async function textOf(page: Page, selector: string): Promise<string> {
    return (await page.locator(selector).allTextContents()).join(' ')
  }

  async function says(page: Page, part: string, text: string): Promise<void> {
    await waitFor(`${part} says ${text}`, async () => (await textOf(page, `[data-part=${part}]`)).includes(text), 15_000, () => textOf(page, `[data-part=${part}]`))
  }

  async function stands(page: Page, stage: string, limitMs = 15_000): Promise<void> {
    await waitFor(`it is ${stage}`, async () => {
      const text = await textOf(page, '[data-stage]')
      return text.startsWith(stage) && !text.includes('待答复')
    }, limitMs, () => textOf(page, '[data-stage]'))
  }

  async function matter(id: string): Promise<{ version: number; level: string }> {
    const { body } = await server.get(`/api/v1/incidents/${id}?audience=desk`)
    return (body as { incident: { version: number; level: string } }).incident
  }

  async function versionOf(id: string): Promise<number> {
    return (await matter(id)).version
  }

  async function levelOf(id: string): Promise<string> {
    return (await matter(id)).level
  }
})
