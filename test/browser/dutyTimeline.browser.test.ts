import { chromium as playwright } from 'playwright-core'
import { expect, it } from 'vitest'
import { brokenRules } from '../support/brokenRules.ts'
import { chromium } from '../support/chromium.ts'
import { deskDistrict } from '../support/deskDistrict.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const LONG = 120_000
const COMMENTS = 450

it('[C21] the desk gets the older ones by key, keeps focus and place, hears new ones meanwhile, and asks again where it failed', async () => {
  await using district = await deskDistrict()
  await using server = await startTestServer({ districtDir: district.path })
  const comment = (text: string) => ({ type: 'incident.commented', subject: 'WG-1', actor: 'seat-2', data: { text } })
  await server.post(reportIncident('WG-1', { title: '燃气泄漏' }))
  await server.post(Array.from({ length: COMMENTS }, (_, i) => comment(`说 ${i}。`)))
  const browser = await playwright.launch(chromium)
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' })
    let isAway = true
    await page.route(/timeline\?.*before=/, route => isAway ? route.abort() : route.continue())
    await page.goto(`${server.url}/duty?seat=seat-1&matter=WG-1`)
    const button = page.locator('[data-earlier]')
    const lines = page.locator('[data-part=timeline] li:has(time[datetime])')
    const says = (what: string, text: string) => waitFor(what, async () => ((await button.textContent({ timeout: 1000 }).catch(() => '')) ?? '').includes(text), LONG)
    await says('what is left out', '更早的 150 条')
    expect(await page.locator('[data-part=timeline] li:last-child').textContent()).toContain('燃气泄漏')
    expect(await brokenRules(page)).toEqual([])
    const list = page.locator('[data-part=timeline] ol')
    const top = () => list.evaluate(element => element.scrollTop)
    await button.focus()
    await page.keyboard.press('Enter')
    await says('the failure', '再试')
    isAway = false
    const before = await top()
    await page.keyboard.press('Enter')
    await says('fewer are left', '更早的 50 条')
    expect(await top()).toBe(before)
    expect(await button.evaluate(element => element === document.activeElement)).toBe(true)
    await server.post(comment('刚刚说的'))
    await waitFor('the new one', async () => (await lines.first().textContent())?.includes('刚刚说的') === true, LONG)
    await says('nothing got lost', '更早的 50 条')
    await page.keyboard.press('Enter')
    await waitFor('all of them', async () => await lines.count() === COMMENTS + 2, LONG)
    expect(await button.count()).toBe(0)
    expect(await list.evaluate(element => element === document.activeElement)).toBe(true)
    expect(await page.locator('[data-part=timeline] .note').allTextContents()).toEqual(expect.arrayContaining(Array.from({ length: COMMENTS }, (_, i) => `说 ${i}。`)))
  }
  finally {
    await browser.close()
  }
}, LONG)
