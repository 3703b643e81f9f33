import type { StoryName } from '../../../client/dev/stories.ts'
import { createPinia } from 'pinia'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import App from '../../../client/App.vue'
import { createSchedule, SCHEDULE } from '../../../client/picture/schedule/schedule.ts'
import { machine } from '../../../client/machine.ts'
import { routes } from '../../../client/routes.ts'
import { STORIES } from '../../../client/dev/stories.ts'
import { tellStory } from '../../../client/dev/tellStory.ts'
import { useDetail } from '../../../client/wall/detail/detail.ts'
import { useClock } from '../../../client/picture/clock.ts'
import { useProjection } from '../../../client/picture/projection.ts'
import { useSession } from '../../../client/base/session.ts'
import { redactSnapshot } from '../../../shared/audience/redactSnapshot.ts'
import { testAliasOf } from '../../support/testAliasOf.ts'
import { emptyState } from '../../../shared/state/emptyState.ts'
import { toSnapshot } from '../../../shared/state/toSnapshot.ts'
import { startOf, toCursor } from '../../../shared/protocol/LogPosition.ts'
import { demoBasis, demoFacts } from '../../support/demoFacts.ts'
import { LIVELY_NOW, livelyState } from '../../support/livelyState.ts'
import '../../../client/styles/tokens.css'
import '../../../client/styles/type.css'
import '../../../client/styles/base.css'
import { MACHINE } from '../../../client/base/useMachine.ts'

const CARD = STORIES.withheld.card

/** The whole page in each of its states, as the stores were told them; without WebGL, which is a state of its own. */
describe('states of the wall', () => {
  let props: Parameters<typeof tellStory>[1]
  let page: Awaited<ReturnType<typeof open>>
  const getContext = HTMLCanvasElement.prototype.getContext

  beforeAll(() => {
    const lively = livelyState()
    lively.gridStatus[lively.index.grid(CARD)]!.special = { 'elderly-alone': 12, 'severe-disability': 3 }
    const resource = (state: typeof lively) => ({ cursor: toCursor(startOf('epoch')), at: LIVELY_NOW, fold: toSnapshot(state).fold, digest: state.digest.of(demoBasis.code), state: redactSnapshot(toSnapshot(state), 'screen', testAliasOf), positions: [], heard: {} })
    props = { district: demoFacts, lively: resource(lively), empty: resource(emptyState(demoBasis)), now: LIVELY_NOW }
  })
  beforeEach(() => {
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...more: unknown[]) {
      return kind.startsWith('webgl') ? null : (getContext as (...all: unknown[]) => unknown).call(this, kind, ...more)
    } as typeof getContext
  })
  afterEach(() => {
    HTMLCanvasElement.prototype.getContext = getContext
    page.close()
  })

  /** It or what it stands in. */
  function isGrey(element: Element | null): boolean {
    return element !== null && (/grayscale\(1\)/.test(getComputedStyle(element).filter) || isGrey(element.parentElement))
  }

  async function open(name: StoryName, locale: 'zh' | 'en' = 'zh') {
    const app = createApp(App)
    app.provide(MACHINE, machine)
    app.use(createPinia())
    useSession().locale = locale
    const router = createRouter({ history: createMemoryHistory(), routes })
    app.use(router)
    tellStory(STORIES[name], props)
    const schedule = createSchedule({ onPublish: useProjection().onPublish, clock: useClock(), timers: machine })
    app.provide(SCHEDULE, schedule)
    const element = document.body.appendChild(document.createElement('div'))
    element.id = 'app'
    await router.push('/wall')
    app.mount(element)
    await expect.poll(() => element.querySelector('.wall'), { timeout: 30_000 }).not.toBeNull()
    const all = (selector: string) => [...element.querySelectorAll<HTMLElement>(selector)]
    return {
      all,
      text: (selector: string) => all(selector).map(each => each.textContent.replace(/\s+/g, ' ').trim()).join(' | '),
      becomes: (selector: string, pattern: RegExp) => expect.poll(() => element.querySelector(selector)?.textContent, { timeout: 15_000 }).toMatch(pattern),
      grey: (selector: string) => all(selector).map(each => /grayscale\(1\)/.test(getComputedStyle(each).filter)),
      close() {
        schedule.stop()
        app.unmount()
        element.remove()
        delete document.documentElement.dataset.theme
      },
    }
  }

  it.each(['zh', 'en'] as const)('[B8] four grave at once: each stands in the line, and the plate counts by it: %s', async (locale) => {
    page = await open('four-grave', locale)
    await expect.poll(() => page.all('[data-unsigned]').length, { timeout: 15_000 }).toBe(4)
    expect(page.all('[data-unsigned] .mark')).toHaveLength(4)
    expect(page.text('[data-panel=unsigned] .label')).toContain('4')
    expect(page.text('[data-turn]')).toBe('1/4')
    expect(page.text('[data-after]')).toMatch(locale === 'zh' ? /后看下一件/ : /next in/)
  })

  it('[B8] seven at once: of more than it has room for it says how many', async () => {
    page = await open('seven-grave')
    await expect.poll(() => page.all('[data-unsigned]').length, { timeout: 15_000 }).toBe(4)
    expect(page.text('[data-more]')).toBe('另 3')
  })

  it('[T1] first paint: rules and titles stand, blocks in place of numbers, nothing invented', async () => {
    page = await open('first-paint')
    await page.becomes('[data-cell=link]', /正在连接.*尚未取得数据/)
    expect(page.text('[data-panel] h2')).toContain('各时段新发')
    expect(page.text('[data-headline] .number')).not.toMatch(/\d/)
    expect(page.all('.blocks').length).toBeGreaterThan(3)
  })

  it('[T1] loading: the district’s shape is there, no number is', async () => {
    page = await open('loading')
    await expect.poll(() => page.all('.tile').length).toBe(147)
    expect(page.text('[data-headline] .number')).not.toMatch(/\d/)
    expect(page.all('.blocks').length).toBeGreaterThan(3)
  })

  it('no WebGL: numbers and tiles stand, and the map says why it does not', async () => {
    page = await open('live')
    await page.becomes('[data-headline=open] .number', /^\d+$/)
    await page.becomes('[data-panel=map]', /不能绘制地图/)
    expect(page.all('.tile')).toHaveLength(147)
    expect(page.all('.plate')).toHaveLength(0)
  })

  it('[I2] empty: sentences in place of charts, absent shares, a true nought', async () => {
    page = await open('empty')
    await page.becomes('[data-headline=open] .number', /^0$/)
    expect(page.text('[data-headline=inGrid] .number')).not.toMatch(/\d/)
    expect(page.text('[data-panel=categories], [data-panel=feed]')).toMatch(/今日尚无新发.*没有事项/)
  })

  it('[T3] quiet: since when, and that the source is heard', async () => {
    page = await open('quiet')
    await page.becomes('[data-stream=incident]', /静.*源头3秒前有声/)
    expect(page.grey('[data-panel=feed] .body')).toEqual([false])
  })

  it('[T5][T20] grid-status late: nothing that follows from its silence is said of now, and nothing else greys', async () => {
    page = await open('four-grave-late')
    await page.becomes('[data-stream=grid-status]', /迟/)
    await page.becomes('[data-headline=onDuty] .number', /^未知$/)
    expect(page.text('[data-headline=onDuty] .line')).toMatch(/网格流迟 3时20.*截至 11:12 \d+/)
    expect(page.text('[data-panel=cover]')).toMatch(/在岗 未知.*网格流迟.*截至 11:12.*有人 \d+\/\d+ 格.*不作推断/)
    expect(page.text('[data-panel=attention]')).not.toMatch(/缺岗|无信号/)
    expect(page.text('.legend')).toMatch(/缺岗\s*未知.*无信号\s*未知/)
    expect(page.all('.tile .absent, .tile .no-signal, .tile .off-roster')).toEqual([])
    expect(page.all('.is-stale')).toEqual([])
    expect(page.all('[data-unsigned]')).toHaveLength(4)
    useDetail().table('attention')
    await page.becomes('[data-panel=table] [role=region]', /在岗未知\s*截至 11:12/)
    expect(page.text('[data-panel=table]')).not.toMatch(/缺岗|无信号/)
  })

  it('[T5] incident late: what it feeds greys, and no grave row does: it says of when it is', async () => {
    page = await open('incident-late')
    await page.becomes('[data-stream=incident]', /迟/)
    expect(page.grey('[data-panel=hours] .body')).toEqual([true])
    await page.becomes('[data-panel=attention] .gravest + .gravest', /状态截至 12:52/)
    for (const row of page.all('.gravest, [data-unsigned]'))
      expect(isGrey(row)).toBe(false)
    expect(page.text('[data-headline=open] .line')).toMatch(/^截至 12:52/)
  })

  it('[T5][T20] patrol late: the map of visits is unknown, and so is who is on duty', async () => {
    page = await open('patrol-late')
    await page.becomes('[data-panel=legend]', /距上次到访.*未知\s*截至 12:52/)
    expect(page.all('.tile .hole')).toHaveLength(147)
    expect(page.text('[data-headline=onDuty] .number')).toBe('未知')
    expect(page.text('[data-panel=attention] [data-reading=grave-of-then]')).toMatch(/网格员求助.*状态截至 12:52/)
  })

  it.each(['zh', 'en'] as const)('[T21] all late: the strip stays within its line: %s', async (locale) => {
    page = await open('all-late', locale)
    await expect.poll(() => page.all('.stream.late').length, { timeout: 15_000 }).toBe(3)
    const tops = page.all('.strip .cell').filter(each => each.getClientRects().length > 0).map(each => each.getBoundingClientRect())
    for (const { height } of tops)
      expect(height).toBeLessThan(40)
  })

  it('[T5][I8] stale: so are tables and definitions of what that stream tells, and no other', async () => {
    page = await open('stale')
    await page.becomes('[data-stream=grid-status]', /迟/)
    for (const [table, isGrey] of [['towns', true], ['attention', false], ['hours', false]] as const) {
      useDetail().table(table)
      await expect.poll(() => page.grey('[data-panel=table] [role=region]'), { timeout: 15_000 }).toEqual([isGrey])
      expect(/截至 11:12:07/.test(page.text('[data-panel=table] .shown'))).toBe(isGrey)
    }
    for (const [term, isGrey] of [['noSignal', true], ['open', false]] as const) {
      useDetail().term(term)
      await expect.poll(() => page.grey('[data-panel=term] [data-parts]'), { timeout: 15_000 }).toEqual([isGrey])
    }
  })

  it('[T1] link lost: all but strip and plate is grey; the plate says of when it is', async () => {
    page = await open('link-lost')
    await page.becomes('.plate', /断线.*以下为 14:29:51 的情形，不是现在/)
    expect(page.grey('main')).toEqual([true])
    expect(page.text('.strip')).toMatch(/已 2分16秒 未收到任何事件.*正在自动重连 第 7 次/)
  })

  it('[T1] server gone before anything came: no plate over nothing, and what happens next', async () => {
    page = await open('server-gone')
    await page.becomes('.strip', /连不上服务器.*第 3 次/)
    expect(page.all('.plate')).toHaveLength(0)
  })

  it('[T1] the log is down: frames come, the picture is not of now', async () => {
    page = await open('log-down')
    await page.becomes('.plate', /日志断开/)
  })

  it('[T1] the log is read-only: the picture is live, and that nothing new can be kept is said', async () => {
    page = await open('read-only')
    await page.becomes('[data-cell=link]', /实况.*日志只读/)
    expect(page.grey('main')).toEqual([false])
  })

  it('[T4] the digest differs: said in words, hollow square, until it agrees', async () => {
    page = await open('digest-differs')
    await page.becomes('.strip', /摘要不一致/)
    expect(page.all('.strip .square.hollow').length).toBeGreaterThan(0)
  })

  it('[K5] another version: the page says that it loads itself anew, and why', async () => {
    page = await open('other-fold')
    await page.becomes('.strip', /页面将重新载入.*版本已更新/)
  })

  it('[A7] a withheld count is ＜5, never nought, never blank', async () => {
    page = await open('withheld')
    await page.becomes('[data-panel=card]', /独居老人 12/)
    expect(page.text('[data-panel=card]')).toMatch(/重度残疾 ＜5/)
  })

  it('[T1] the past: violet, framed, with a plate; nothing of it says today', async () => {
    page = await open('past')
    await page.becomes('.plate', /回放.*11月24日 14:32:07 的情形，不是现在/)
    expect(getComputedStyle(document.documentElement).getPropertyValue('--acc').trim()).toBe('#c9a6ff')
    await page.becomes('.strip', /实况仍在继续.*回到实况/)
    expect(page.text('main')).not.toMatch(/今日|昨日|此刻/)
    expect(page.grey('[data-panel] .body').some(Boolean)).toBe(false)
  })

  it.each(['link-lost', 'past', 'empty'] as const)('%s in English has no Chinese but names', async (name) => {
    page = await open(name, 'en')
    await page.becomes('[data-headline=open] .label', /[A-Z]/)
    expect(page.text('.strip .cell:not([data-cell=map]), .plate, [data-panel] h2, [data-headline] .label')).not.toMatch(/[\u4E00-\u9FFF]/)
  })
})
