import type { DistrictResource } from '../../../../shared/protocol/districtResource.ts'
import axe from 'axe-core'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it } from 'vitest'
import { createApp, h, nextTick } from 'vue'
import { createSchedule, SCHEDULE } from '../../../../client/picture/schedule/schedule.ts'
import { useClock } from '../../../../client/picture/clock.ts'
import { useDetail } from '../../../../client/wall/detail/detail.ts'
import { TABLES } from '../../../../shared/indicators/tables.ts'
import { useDistrict } from '../../../../client/base/district.ts'
import { folding } from '../../../../client/picture/folding.ts'
import { useLink } from '../../../../client/picture/link.ts'
import { useOverlay } from '../../../../client/wall/unattended/overlay.ts'
import { useProjection } from '../../../../client/picture/projection.ts'
import { useSelection } from '../../../../client/picture/selection.ts'
import { useSession } from '../../../../client/base/session.ts'
import AttentionPanel from '../../../../client/wall/overview/AttentionPanel.vue'
import CategoryPanel from '../../../../client/wall/overview/CategoryPanel.vue'
import CoverPanel from '../../../../client/wall/overview/CoverPanel.vue'
import DetailLayer from '../../../../client/wall/detail/DetailLayer.vue'
import FeedPanel from '../../../../client/wall/overview/FeedPanel.vue'
import GridCard from '../../../../client/wall/card/GridCard.vue'
import Headlines from '../../../../client/wall/overview/Headlines.vue'
import HourPanel from '../../../../client/wall/overview/HourPanel.vue'
import LevelPanel from '../../../../client/wall/overview/LevelPanel.vue'
import { incidentsBehind } from '../../../../shared/indicators/open/incidentsBehind.ts'
import { openByGrid } from '../../../../shared/indicators/grid/openByGrid.ts'
import { openCounts } from '../../../../shared/indicators/open/openCounts.ts'
import { startOf, toCursor } from '../../../../shared/protocol/LogPosition.ts'
import { toSnapshot } from '../../../../shared/state/toSnapshot.ts'
import { demoFacts } from '../../../support/demoFacts.ts'
import { FakeTimers } from '../../../support/FakeTimers.ts'
import { LIVELY_NOW, livelyState } from '../../../support/livelyState.ts'
import { speak } from '../../../support/speak.ts'
import '../../../../client/styles/tokens.css'
import '../../../../client/styles/type.css'
import '../../../../client/styles/base.css'
import { MACHINE } from '../../../../client/base/useMachine.ts'
import { machine } from '../../../../client/machine.ts'

const state = livelyState()
const grid = state.basis.grids[openByGrid(state, LIVELY_NOW).open.findIndex(count => count >= 2)]!
const district: DistrictResource = { ...demoFacts, posts: { [grid]: { gridWorker: 2, buildingHead: 3 } } }

/** A busy machine is waited for. */
const SOON = { timeout: 15_000 }
const LONG = 180_000

let page: Awaited<ReturnType<typeof mount>> | undefined
afterEach(() => {
  page?.unmount()
  page = undefined
})

async function mount(locale: 'zh' | 'en' = 'zh') {
  const timers = new FakeTimers(LIVELY_NOW)
  const app = createApp({
    render: () => h('main', { style: 'display:grid;grid-template-columns:repeat(3,432px);height:760px;overflow:hidden' }, [
      h(Headlines),
      ...[HourPanel, CategoryPanel, LevelPanel, AttentionPanel, CoverPanel].map(panel => h(panel)),
      h(FeedPanel),
      selection.selected ? h(GridCard, { key: 'card', code: selection.selected, style: 'height:560px' }) : undefined,
      overlay.open === 'detail' ? h(DetailLayer) : undefined,
    ]),
  })
  app.provide(MACHINE, machine)
  app.use(createPinia())
  await speak(locale)
  useSession().locale = locale
  document.documentElement.lang = locale
  const [clock, projection, link, selection, overlay, detail] = [useClock(), useProjection(), useLink(), useSelection(), useOverlay(), useDetail()]
  projection.foldBy(folding)
  clock.followServer(timers)
  const schedule = createSchedule({ onPublish: projection.onPublish, clock, timers })
  app.provide(SCHEDULE, schedule)
  useDistrict().load(district)
  const element = document.body.appendChild(document.createElement('div'))
  app.mount(element)
  projection.applyState({ cursor: toCursor(startOf('epoch')), at: LIVELY_NOW, fold: '1', digest: state.digest.of('152921'), state: toSnapshot(state), positions: [], heard: { 'incident': LIVELY_NOW, 'patrol': LIVELY_NOW, 'grid-status': LIVELY_NOW } })
  link.report.status({ state: 'live', since: LIVELY_NOW, attempt: 0, nextAttemptAt: undefined, reason: undefined })
  link.report.compared(true)
  const one = <T extends HTMLElement = HTMLElement>(selector: string) => element.querySelector<T>(selector)!
  await expect.poll(() => one('[data-headline=open] .number')?.textContent, SOON).toMatch(/\d/)

  return {
    element,
    selection,
    detail,
    overlay,
    one,
    async press(key: string, target: Element = document.activeElement ?? document.body) {
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      await nextTick()
    },
    /** Rules of WCAG 2.2 A and AA that are broken, with the elements. */
    async broken() {
      // What fades in is judged when it stands.
      await Promise.all(document.getAnimations().map(each => each.finished))
      const { violations } = await axe.run(element, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`).join('; ')}`)
    },
    unmount() {
      schedule.stop()
      app.unmount()
      element.remove()
    },
  }
}

describe('what stands behind the picture', () => {
  it('[I4] each headline number opens as many matters as it says; Escape gives the focus back', async () => {
    page = await mount()
    for (const [selector, of] of [['[data-headline=open] .number', 'open'], ['[data-headline=open] .next', 'dueSoon']] as const) {
      const button = page.one<HTMLButtonElement>(selector)
      button.focus()
      button.click()
      await expect.poll(() => page!.one('[data-panel=matters]'), SOON).toBeTruthy()
      expect(page.one('[data-panel=matters] [data-shown]').textContent).toBe(`${openCounts(state, '152921', LIVELY_NOW)[of]} 件`)
      page.one('dialog').dispatchEvent(new Event('cancel', { cancelable: true }))
      await expect.poll(() => page!.one('dialog'), SOON).toBeNull()
      expect(document.activeElement).toBe(button)
    }
  })

  it('[V3][I4] a mark of a chart is reached and opened by keys', async () => {
    page = await mount()
    await expect.poll(() => page!.element.querySelectorAll('[data-panel=categories] [data-hit]').length, SOON).toBe(8)
    const [first, second] = page.element.querySelectorAll<HTMLElement>('[data-panel=categories] [data-hit]')
    expect([first!.tabIndex, second!.tabIndex]).toEqual([0, -1])
    first!.focus()
    await page.press('ArrowDown')
    expect(document.activeElement).toBe(second)
    second!.click()
    await expect.poll(() => page!.one('[data-panel=matters] [data-shown]')?.textContent, SOON).toBe(`${/ (\d+) ·/.exec(second!.getAttribute('aria-label')!)![1]} 件`)
  })

  it('[V1] only rows in sight are in the page; the keys go to the last; a matter tells what is known of it', async () => {
    page = await mount()
    page.detail.matters({ of: 'reported' })
    const all = incidentsBehind(state, '152921', LIVELY_NOW, demoFacts, { of: 'reported' }).rows
    await expect.poll(() => page!.element.querySelectorAll('[data-panel=matters] [data-row]').length, SOON).toBeGreaterThan(5)
    expect(page.element.querySelectorAll('[data-panel=matters] [data-row]').length).toBeLessThan(all.length / 2)
    expect(page.one('[data-panel=matters] table').getAttribute('aria-rowcount')).toBe(String(all.length + 1))
    page.one('[data-row="0"] button').focus()
    await page.press('End')
    await expect.poll(() => document.activeElement?.closest('[data-row]')?.getAttribute('data-key'), SOON).toBe(all.at(-1)!.id)
    ;(document.activeElement as HTMLElement).click()
    await expect.poll(() => page!.one('[data-panel=matter]')?.textContent, SOON).toContain(all.at(-1)!.id)
  }, LONG)

  it('[V1] rows are sorted by a column and back', async () => {
    page = await mount()
    page.detail.table('categories')
    const texts = () => [...page!.element.querySelectorAll('[data-row]')].map(row => Number(row.children[1]!.textContent))
    await expect.poll(() => texts().length, SOON).toBe(8)
    const before = texts()
    page.element.querySelectorAll<HTMLElement>('thead button')[1]!.click()
    await nextTick()
    expect(page.element.querySelectorAll('thead th')[1]!.getAttribute('aria-sort')).toBe('ascending')
    expect(texts()).toEqual([...before].sort((a, b) => a - b))
  })

  it('[V4] every headline and panel names its term, and the definition tells the parts', async () => {
    page = await mount()
    for (const part of page.element.querySelectorAll('[data-headline], .panel'))
      expect([part.getAttribute('data-headline') ?? part.getAttribute('data-panel'), part.querySelector('[data-term]') !== null]).toEqual([expect.anything(), true])
    page.one('[data-headline=inGrid] [data-term]').click()
    await expect.poll(() => page!.one('[data-panel=term] [data-parts]')?.textContent, SOON).toMatch(/分子 \d+分母 \d+/)
    const [part, whole] = page.one('[data-headline=inGrid] .line').textContent.split(/[/ ]/)
    expect(page.one('[data-parts]').textContent).toContain(`分子 ${part}分母 ${whole}`)
  })

  it('[A3] the card tells posts against the roster, the day, and its matters; a matter opens', async () => {
    page = await mount()
    page.selection.select(grid)
    await expect.poll(() => page!.one('[data-panel=card]'), SOON).toBeTruthy()
    const text = page.one('[data-panel=card]').textContent
    expect(text).toMatch(/专职网格员 \d／2/)
    expect(text).toContain('楼栋长 0／3')
    expect(text).toMatch(/今日新发 \d+ 件 · 昨日 \d+/)
    expect(text).not.toMatch(/W\d|L\d/)
    page.one('[data-panel=card] [data-matter]').click()
    await expect.poll(() => page!.one('[data-panel=matter]'), SOON).toBeTruthy()
  })

  it('[B4] behind the curtain no list opens', async () => {
    page = await mount()
    useSession().curtainSince = LIVELY_NOW
    page.detail.matters({ of: 'open' })
    expect(page.overlay.open).toBeUndefined()
  })

  for (const locale of ['zh', 'en'] as const) {
    it(`[V5] nothing that axe can judge is broken: ${locale}`, async () => {
      page = await mount(locale)
      expect(await page.broken()).toEqual([])
      page.selection.select(grid)
      await expect.poll(() => page!.one('[data-panel=card]'), SOON).toBeTruthy()
      expect(await page.broken()).toEqual([])
      page.detail.matter(incidentsBehind(state, grid, LIVELY_NOW, demoFacts, { of: 'open' }).rows[0]!.id, grid)
      await expect.poll(() => page!.one('[data-panel=matter]'), SOON).toBeTruthy()
      expect(await page.broken()).toEqual([])
      page.detail.term('onTimeClosureRate')
      await expect.poll(() => page!.one('[data-panel=term]'), SOON).toBeTruthy()
      expect(await page.broken()).toEqual([])
      for (const table of TABLES) {
        page.detail.table(table)
        await expect.poll(() => page!.one('[data-panel=table] [aria-selected=true]')?.id, SOON).toBe(`tab-${table}`)
        await expect.poll(() => page!.element.querySelectorAll('[data-panel=table] [data-row]').length, SOON).toBeGreaterThan(3)
        expect([table, await page.broken()]).toEqual([table, []])
      }
    }, LONG)
  }
})
