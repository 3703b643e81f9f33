import type { LinkStatus } from '../../../../client/link/LinkReport.ts'
import type { DistrictResource } from '../../../../shared/protocol/districtResource.ts'
import type { Frame } from '../../../../shared/protocol/frame.ts'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApp, h, nextTick } from 'vue'
import { createSchedule, SCHEDULE } from '../../../../client/picture/schedule/schedule.ts'
import { useClock } from '../../../../client/picture/clock.ts'
import { useDistrict } from '../../../../client/base/district.ts'
import { folding } from '../../../../client/picture/folding.ts'
import { useLink } from '../../../../client/picture/link.ts'
import { useProjection } from '../../../../client/picture/projection.ts'
import OfflinePlate from '../../../../client/wall/truth/OfflinePlate.vue'
import TruthStrip from '../../../../client/wall/truth/TruthStrip.vue'
import { emptyState } from '../../../../shared/state/emptyState.ts'
import { toSnapshot } from '../../../../shared/state/toSnapshot.ts'
import { startOf, toCursor } from '../../../../shared/protocol/LogPosition.ts'
import { FakeTimers } from '../../../support/FakeTimers.ts'
import { tinyBasis } from '../../../support/tinyBasis.ts'
import { speak } from '../../../support/speak.ts'
import '../../../../client/styles/tokens.css'
import '../../../../client/styles/type.css'
import { MACHINE } from '../../../../client/base/useMachine.ts'
import { machine } from '../../../../client/machine.ts'

const NOW = Date.parse('2026-11-24T14:32:07+08:00')
const live: LinkStatus = { state: 'live', since: NOW, attempt: 0, nextAttemptAt: undefined, reason: undefined }
const district = {
  code: '152921',
  zoneMs: tinyBasis.zoneMs,
  demo: true,
  map: { source: 'test', schematic: true },
  cadence: { 'incident': 'PT10M', 'patrol': 'PT30S', 'grid-status': 'PT15M' },
  seats: [{ name: { zh: '值班席 1', en: 'Duty seat 1' }, telephone: '8011' }],
  regions: [],
  grids: [],
} as unknown as DistrictResource

let page: Awaited<ReturnType<typeof mount>>

async function mount(locale: 'zh' | 'en' = 'zh') {
  const timers = new FakeTimers(NOW)
  const app = createApp({ render: () => [h(OfflinePlate), h(TruthStrip)] })
  app.provide(MACHINE, machine)
  app.use(createPinia())
  await speak(locale)
  const [clock, projection, link] = [useClock(), useProjection(), useLink()]
  projection.foldBy(folding)
  clock.followServer(timers)
  const schedule = createSchedule({ onPublish: projection.onPublish, clock, timers })
  app.provide(SCHEDULE, schedule)
  useDistrict().load(district)
  const element = document.body.appendChild(document.createElement('div'))
  app.mount(element)
  let cursor = toCursor(startOf('epoch'))

  return {
    link,
    timers,
    text: (cell: string) => words(`[data-cell="${cell}"]`),
    words,
    element,
    /** A state in which each stream was heard so long ago, ms. */
    async begin(heard: Record<string, number>) {
      const state = emptyState(tinyBasis)
      const ages = Object.fromEntries(Object.entries(heard).map(([stream, ms]) => [stream, NOW - ms]))
      projection.applyState({ cursor, at: NOW, fold: '1', digest: state.digest.of('152921'), state: toSnapshot(state), positions: [], heard: ages })
      link.report.status(live)
      link.report.compared(true)
      await published()
    },
    async frame(more: Partial<Frame> = {}) {
      const frame = { from: cursor, to: cursor, at: timers.now(), events: [], log: { up: true, lagMs: 0 }, ...more }
      projection.applyFrame(frame)
      link.report.heard(frame)
      cursor = frame.to
      await published()
    },
    async passes(ms: number) {
      timers.advance(ms)
      await nextTick()
    },
    unmount() {
      schedule.stop()
      app.unmount()
      element.remove()
    },
  }

  /** Texts inside, with a blank between. */
  function words(selector: string): string | undefined {
    const found = element.querySelector(selector)
    if (!found)
      return undefined
    const walker = document.createTreeWalker(found, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    while (walker.nextNode())
      texts.push(walker.currentNode.textContent!.trim())
    return texts.filter(Boolean).join(' ')
  }

  async function published(): Promise<void> {
    const before = projection.version
    await expect.poll(() => projection.version).toBeGreaterThan(before)
    await nextTick()
  }
}

beforeEach(async () => { page = await mount() })
afterEach(() => page.unmount())

describe('the truth strip', () => {
  it('[T1] before anything came, it says so and shows no plate', () => {
    expect(page.text('link')).toBe('正在连接 尚未取得数据')
    expect(page.element.querySelector('.plate')).toBeNull()
  })

  it.each([
    ['zh', { loss: { id: 'e2', at: NOW - 60_000, times: 1, missing: 3 } }, '实况 日志于 14:31 回退或丢失，少了 3 件未结'],
    ['zh', { loss: { id: 'e2', at: NOW - 86_400_000, times: 1, missing: 3 } }, '实况 日志于 11月23日 14:32 回退或丢失，少了 3 件未结'],
    ['zh', { loss: { id: 'e3', at: NOW - 60_000, times: 2, missing: 0 }, unwritable: true }, '实况 日志 2 次回退或丢失，最近 14:31，未结无缺 日志只读，新事件写不进'],
    ['zh', { unfit: true, clock: { fault: 'server-ahead', ms: 2 * 86_400_000 } }, '实况 日志的 Redis 会淘汰数据 服务器时钟快 2日，自动升级暂停'],
    ['en', { loss: { id: 'e2', at: NOW - 60_000, times: 1, missing: 3 } }, 'Live log went back or was lost at 14:31, 3 open missing'],
    ['en', { clock: { fault: 'log-ahead', ms: 2 * 86_400_000 } }, 'Live log is 2d ahead of time, escalation rests'],
    ['en', { clock: { fault: 'server-behind', ms: 3_600_000 } }, 'Live server clock 1h slow, escalation rests'],
  ] as const)('[T10][T11][T13][T14] says what is amiss with the log in %s: %j', async (locale, log, said) => {
    page.unmount()
    page = await mount(locale)
    await page.begin({ 'incident': 2000, 'patrol': 1000, 'grid-status': 41_000 })
    await page.frame({ log: { up: true, lagMs: 0, ...log } })
    expect(page.text('link')).toBe(said)
    expect(page.element.querySelector('[data-cell="link"] .hollow')).not.toBeNull()
    await page.frame()
    expect(page.text('link')).toBe(locale === 'zh' ? '实况 已连接' : 'Live connected')
    expect(page.element.querySelector('[data-cell="link"] .dot')).not.toBeNull()
  })

  it('[T11] a loss is said while the link is cut too', async () => {
    await page.begin({ 'incident': 2000, 'patrol': 1000, 'grid-status': 41_000 })
    await page.frame({ log: { up: true, lagMs: 0, loss: { id: 'e2', at: NOW - 60_000, times: 1, missing: 3 } } })
    page.link.report.status({ ...live, state: 'cut', attempt: 2, reason: 'lost', nextAttemptAt: NOW + 4000 })
    await nextTick()
    expect(page.text('loss')).toBe('日志于 14:31 回退或丢失，少了 3 件未结')
    expect(page.text('promise')).toBeUndefined()
  })

  it('[T15] a link that is refused for its origin: the picture is of then, and why is said', async () => {
    await page.begin({ 'incident': 2000, 'patrol': 1000, 'grid-status': 41_000 })
    page.link.report.fetched(NOW)
    page.link.report.status({ ...live, state: 'cut', attempt: 2, reason: 'origin', nextAttemptAt: NOW + 4000 })
    await nextTick()
    expect(page.text('link')).toBe('断线 画面停在 14:32:07')
    expect(page.text('attempt')).toBe('实时连接被拒：代理改写主机名，请设 PUBLIC_URL 正在自动重连 第 2 次 下次 4秒后')
    await page.passes(4000)
    expect(page.words('.plate')).toBe('断线 以下为 14:32:07 的情形，不是现在')
  })

  it('[T1][T2][T4] live: link, age of each stream, latency, digest, what kind of data it is', async () => {
    await page.begin({ 'incident': 2000, 'patrol': 1000, 'grid-status': 41_000 })
    await page.frame({ events: [] })
    page.link.painted('text', [84, 84, 231], NOW)
    await nextTick()
    expect(page.text('link')).toBe('实况 已连接')
    expect(page.text('latency')).toBe('事件到像素 84 毫秒 最慢百分之一 231')
    expect(page.text('digest')).toBe('摘要一致 0000·0000')
    expect(page.text('map')).toBe('演示数据 人与事皆虚构 · 示意图非测绘成果 · 图源 test')
  })

  it('[T2] a stream whose source is silent for longer than its cadence is late, with the limit it should keep', async () => {
    await page.begin({ 'incident': 2000, 'patrol': 192_000, 'grid-status': 41_000 })
    await page.frame()
    const patrol = page.element.querySelector('[data-stream="patrol"]')!
    expect(page.words('[data-stream="patrol"]')).toBe('巡查 3分12秒 迟（应≤30秒）')
    expect(patrol.getAttribute('data-staleness')).toBe('late')
    expect(patrol.querySelector('.square.hollow')).not.toBeNull()
  })

  it('[T3] quiet here is not silent: the source was heard', async () => {
    await page.begin({ 'incident': 900_000, 'patrol': 1000, 'grid-status': 1000 })
    const last = startOf('epoch')
    last.last.incident = `${NOW - 3000}-0`
    await page.frame({ to: toCursor(last) })
    const incident = page.element.querySelector('[data-stream="incident"]')!
    expect(incident.getAttribute('data-staleness')).toBe('quiet')
    expect(incident.textContent).toContain('静 源头3秒前有声')
    expect(incident.querySelector('.hollow')).toBeNull()
  })

  it('[T1][T5] cut: plate with the hour of the picture, time since, attempt, what happens next, whom to call', async () => {
    await page.begin({ 'incident': 2000, 'patrol': 1000, 'grid-status': 41_000 })
    await page.frame()
    page.link.report.status({ ...live, state: 'cut', attempt: 7, nextAttemptAt: NOW + 140_000, reason: 'lost' })
    await page.passes(1000)
    expect(page.text('link')).toBe('断线 画面停在 14:32:07')
    expect(page.element.querySelector('.plate')).toBeNull()
    await page.passes(135_000)
    expect(page.words('.plate')).toBe('断线 以下为 14:32:07 的情形，不是现在')
    expect(page.text('since')).toBe('已 2分16秒 未收到任何事件')
    expect(page.text('attempt')).toBe('连接中断 正在自动重连 第 7 次 下次 4秒后')
    expect(page.text('promise')).toBe('恢复后从断点续传，不会漏件')
    expect(page.text('seat')).toBe('值班席 1电话 8011')
  })

  it('[T1] the server’s log is down: frames still come, and the picture is not live', async () => {
    await page.begin({ 'incident': 2000, 'patrol': 1000, 'grid-status': 41_000 })
    await page.frame({ log: { up: false, lagMs: 0 } })
    await page.passes(5000)
    await page.frame({ log: { up: false, lagMs: 5000 } })
    expect(page.text('link')).toBe('日志断开 画面停在 14:32:07 · 服务器 5秒读不到日志')
    expect(page.element.querySelector('.plate')!.textContent).toContain('日志断开')
    expect([...page.element.querySelectorAll('[data-staleness]')].map(each => each.getAttribute('data-staleness'))).toEqual(['unknown', 'unknown', 'unknown'])
  })

  it('[T4] a digest that differs is said until it agrees again', async () => {
    await page.begin({ 'incident': 2000, 'patrol': 1000, 'grid-status': 41_000 })
    await page.frame()
    page.link.report.compared(false)
    page.link.report.status({ ...live, state: 'refetching', attempt: 1, reason: 'digest' })
    await nextTick()
    expect(page.text('digest')).toBe('摘要不一致 重新同步中')
    expect(page.text('link')).toContain('摘要不一致')
    page.link.report.compared(true)
    page.link.report.status(live)
    await nextTick()
    expect(page.text('link')).toBe('实况 已连接')
  })

  it('speaks English at a switch', async () => {
    page.unmount()
    page = await mount('en')
    await page.begin({ 'incident': 2000, 'patrol': 1000, 'grid-status': 41_000 })
    await page.frame()
    expect(page.text('link')).toBe('Live connected')
    expect(page.text('map')).toBe('demo: all invented · schematic map · map: test')
  })
})
