import type { Browser, Page } from 'playwright-core'
import type { TestServer } from '../support/startTestServer.ts'
import { chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MEASURES } from '../../shared/indicators/grid/measure.ts'
import { chromium } from '../support/chromium.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const LONG = 240_000
/** Of the subdistrict 南环, community 学苑东. */
const GRID = '152921403005002'
const BESIDE = '152921403005001'
const PASTURE = '152921216200001'

/** District → town → community → grid on the built page, by key, click and address; without WebGL, which none of it needs. */
describe('the way down', () => {
  let server: TestServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    server = await startTestServer({ districtDir: undefined })
    await server.post([
      { type: 'grid-status.duty.on', subject: GRID, data: { worker: 'S-TEST', post: 'gridWorker' } },
      { type: 'patrol.entered-grid', subject: 'S-TEST', data: { grid: GRID } },
      report('WG-1', GRID),
      report('WG-2', BESIDE),
      report('WG-3', '152921403001001'),
      report('WG-4', PASTURE),
      report('WG-5', PASTURE),
      { type: 'incident.closed', subject: 'WG-5', data: {} },
    ])
    browser = await playwright.launch({ ...chromium, args: [...chromium.args, '--disable-3d-apis'] })
    page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await page.goto(`${server.url}/wall`)
  }, LONG)

  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
  }, LONG)

  it('[I1] goes down to the grid key by key, and every number goes with it', async () => {
    await open('4')
    await page.click(`.tile[data-grid="${GRID}"]`)
    await page.keyboard.press('Enter')
    await here('南环街道')
    await open('3')
    await dutyOf(24)
    await says('[data-panel=hours] header', /^南环·?各时段新发\s*今\s*3/)
    await says('[data-panel=cover] .title', '各社区嘎查在岗')
    expect(address()).toMatchObject({ region: '152921403', grid: GRID })

    await page.keyboard.press('Enter')
    await here('学苑东社区')
    await open('2')
    await says('[data-panel=cover] .title', '各网格在岗')
    await page.keyboard.press('Enter')
    await here('02格')
    await open('1')
    await dutyOf(1)
    await says('[data-headline=inGrid] .line', '尚无办结')
    expect(await page.locator('.tile:not(.apart)').count()).toBe(1)
    await page.keyboard.press('Enter')
    await here('02格')
  }, LONG)

  it('goes to the region beside and back up, by keys and by the path in the head', async () => {
    await page.keyboard.press('Escape')
    await page.locator('body').evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press('ArrowLeft')
    await here('01格')
    await page.keyboard.press('ArrowRight')
    await here('02格')
    await page.keyboard.press('Backspace')
    await here('学苑东社区')
    await page.click('[data-panel=path] [data-region="152921403"]')
    await here('南环街道')
    await page.locator('body').evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press('Home')
    await open('4')
    expect(address().region).toBeUndefined()
    await page.goBack()
    await here('南环街道')
  }, LONG)

  it('says in a sentence that a region has nothing', async () => {
    await page.goto(`${server.url}/wall?region=152921217`)
    await here('超格图呼热苏木')
    await says('[data-panel=categories] .empty', '今日尚无新发')
    await says('[data-panel=levels] .empty', '近24时没有办结，眼下没有未结')
    await says('[data-panel=hours] .none', '今日尚无新发')
    await says('[data-panel=feed] .empty', '近两日没有事项')
    await says('[data-headline=inGrid] .number', '—')
  }, LONG)

  it('[I5] colours by six measures, by key and address, and the legend counts the grids of the region', async () => {
    await page.goto(`${server.url}/wall?region=152921216&measure=open`)
    await says('[data-panel=legend] [data-class="1"] b', '1')
    for (const [place, measure] of MEASURES.entries()) {
      await page.keyboard.press(String(place + 1))
      await waitFor(`${measure} is chosen`, async () => await page.locator(`[data-measure=${measure}]`).getAttribute('aria-pressed') === 'true')
      const counts = await page.locator('[data-panel=legend] li b').allTextContents()
      expect([measure, counts.reduce((sum, each) => sum + Number(each), 0)]).toEqual([measure, 1])
    }
    expect(address()).toMatchObject({ region: '152921216', measure: 'unusual' })
    await says('[data-panel=legend] .apart .words', '历史不足')
    await page.hover(`.tile[data-grid="${PASTURE}"]`)
    await says('[data-panel=tiles] header p', '银根苏木格 6时 2 件 · 历史不足一日')
    await page.reload()
    await says('[data-panel=legend] .title', '与自身常态比')
    await here('银根苏木')
  }, LONG)

  it('shows every key, and no key acts on what lies below an open page', async () => {
    await page.keyboard.press('?')
    const help = page.locator('[data-panel=help]')
    await help.waitFor()
    expect(await help.locator('[data-key=measure]').textContent()).toMatch(/1\s*至\s*6/)
    expect(await help.locator('[data-key=up]').textContent()).toContain('返回上一级')
    await page.keyboard.press('Home')
    await page.keyboard.press('2')
    expect(address()).toMatchObject({ region: '152921216', measure: 'unusual' })
    await page.keyboard.press('Escape')
    await waitFor('the help is gone', async () => await help.count() === 0)
    await here('银根苏木')
  }, LONG)

  async function open(count: string): Promise<void> {
    await says('[data-headline=open] .number', count)
  }

  /** 应在 and 按班无人 are all its grids, whatever the hour. */
  async function dutyOf(grids: number): Promise<void> {
    const number = async (selector: string) => Number((await page.locator(selector).last().textContent())?.match(/\d+/)?.[0])
    await waitFor(`duty of ${grids} grids`, async () => await number('[data-headline=onDuty] .unit') + await number('[data-headline=onDuty] .opens') === grids)
  }

  async function here(name: string): Promise<void> {
    await says('[data-panel=path] [aria-current]', name)
  }

  function address(): Record<string, string> {
    return Object.fromEntries(new URL(page.url()).searchParams)
  }

  async function says(selector: string, words: string | RegExp): Promise<void> {
    const said = async () => (await page.locator(selector).first().textContent({ timeout: 5000 }).catch(() => '') ?? '').trim()
    await waitFor(`${selector} says ${words}`, async () => typeof words === 'string' ? await said() === words : words.test(await said()), 60_000, said)
  }
})

function report(subject: string, grid: string): Record<string, unknown> {
  return { type: 'incident.reported', subject, data: { category: 'facility', subcategory: 'manhole-cover', severity: 'IV', channel: 'hotline', grid } }
}
