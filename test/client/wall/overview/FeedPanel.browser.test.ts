import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createApp, h } from 'vue'
import type { WanggeEvent } from '../../../../shared/state/event.ts'
import { createSchedule, SCHEDULE } from '../../../../client/picture/schedule/schedule.ts'
import { useClock } from '../../../../client/picture/clock.ts'
import { useDistrict } from '../../../../client/base/district.ts'
import { folding } from '../../../../client/picture/folding.ts'
import { useProjection } from '../../../../client/picture/projection.ts'
import FeedPanel from '../../../../client/wall/overview/FeedPanel.vue'
import { startOf, toCursor } from '../../../../shared/protocol/LogPosition.ts'
import { emptyState } from '../../../../shared/state/emptyState.ts'
import { toSnapshot } from '../../../../shared/state/toSnapshot.ts'
import { demoFacts } from '../../../support/demoFacts.ts'
import { FakeTimers } from '../../../support/FakeTimers.ts'
import { incidentEvent, T0 } from '../../../support/incidentEvent.ts'
import { tinyBasis } from '../../../support/tinyBasis.ts'
import { speak } from '../../../support/speak.ts'
import { MACHINE } from '../../../../client/base/useMachine.ts'
import { machine } from '../../../../client/machine.ts'

let element: HTMLElement
let end: () => void
let timers: FakeTimers
let take: (event: WanggeEvent) => void

beforeEach(async () => {
  timers = new FakeTimers(T0 + 3_600_000)
  const app = createApp({ render: () => h('div', { style: 'height:150px;display:grid' }, h(FeedPanel)) })
  app.provide(MACHINE, machine)
  app.use(createPinia())
  await speak('zh')
  const [clock, projection] = [useClock(), useProjection()]
  projection.foldBy(folding)
  clock.followServer(timers)
  const schedule = createSchedule({ onPublish: projection.onPublish, clock, timers })
  app.provide(SCHEDULE, schedule)
  useDistrict().load({ ...demoFacts, code: tinyBasis.code })
  element = document.body.appendChild(document.createElement('div'))
  app.mount(element)
  const state = emptyState(tinyBasis)
  let cursor = toCursor(startOf('epoch'))
  projection.applyState({ cursor, at: timers.now(), fold: '1', digest: state.digest.of('152921'), state: toSnapshot(state), positions: [], heard: {} })
  take = (event) => {
    const to = toCursor({ ...startOf('epoch'), last: { ...startOf('epoch').last, incident: event.entry } })
    projection.applyFrame({ from: cursor, to, at: timers.now(), events: [event] })
    cursor = to
  }
  end = () => {
    schedule.stop()
    app.unmount()
    element.remove()
  }
})

afterEach(() => end())

const lines = () => [...element.querySelectorAll('li')]
/** Which of so many lines fade in. */
const fresh = async (count: number) => {
  await expect.poll(() => lines().length).toBe(count)
  return lines().map(line => line.classList.contains('fresh'))
}

it('a line that comes alone fades in, those that stand do not', async () => {
  take(incidentEvent('reported', 0))
  await fresh(1)
  timers.advance(5000)
  take(incidentEvent('reported', 1, {}, { subject: 'WG-2' }))
  timers.advance(200)
  expect(await fresh(2)).toEqual([true, false])
})

it('lines that come faster than they can be read change in place, and none fades in', async () => {
  take(incidentEvent('reported', 0))
  await fresh(1)
  for (let minute = 1; minute < 4; minute++) {
    timers.advance(200)
    take(incidentEvent('reported', minute, {}, { subject: `WG-${minute + 1}` }))
  }
  timers.advance(200)
  await fresh(3)
  const before = lines()
  const time = before[0]!.textContent
  take(incidentEvent('reported', 4, {}, { subject: 'WG-5' }))
  timers.advance(200)
  await expect.poll(() => lines()[0]!.textContent).not.toBe(time)
  expect(lines().map((line, index) => line === before[index])).toEqual([true, true, true])
  expect(await fresh(3)).toEqual([false, false, false])
})
