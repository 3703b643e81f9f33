import type { Measured } from '../../../../shared/indicators/Indicator.ts'
import type { StreamName } from '../../../../shared/words/stream.ts'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApp, effectScope } from 'vue'
import { MACHINE } from '../../../../client/base/useMachine.ts'
import { useDistrict } from '../../../../client/base/district.ts'
import { useClock } from '../../../../client/picture/clock.ts'
import { folding } from '../../../../client/picture/folding.ts'
import { useLink } from '../../../../client/picture/link.ts'
import { useProjection } from '../../../../client/picture/projection.ts'
import { createSchedule, SCHEDULE } from '../../../../client/picture/schedule/schedule.ts'
import { useIndicator } from '../../../../client/picture/indicator/useIndicator.ts'
import { useIndicators } from '../../../../client/picture/indicator/useIndicators.ts'
import { INDICATORS } from '../../../../shared/indicators/indicators.ts'
import type { Indicator } from '../../../../shared/indicators/Indicator.ts'
import { startOf, toCursor } from '../../../../shared/protocol/LogPosition.ts'
import { emptyState } from '../../../../shared/state/emptyState.ts'
import { toSnapshot } from '../../../../shared/state/toSnapshot.ts'
import { byStream } from '../../../../shared/words/byStream.ts'
import { STREAMS } from '../../../../shared/words/stream.ts'
import { demoFacts } from '../../../support/demoFacts.ts'
import { FakeTimers } from '../../../support/FakeTimers.ts'
import { incidentEvent, T0 } from '../../../support/incidentEvent.ts'
import { tinyBasis } from '../../../support/tinyBasis.ts'

const START = T0 + 3_600_000
const DAY_MS = 86_400_000
const ALL = Object.values<Indicator<string, unknown>>(INDICATORS)

let screen: ReturnType<typeof open>

function open() {
  const timers = new FakeTimers(START)
  const app = createApp({})
  app.provide(MACHINE, timers)
  app.use(createPinia())
  const [clock, projection, link] = app.runWithContext(() => [useClock(), useProjection(), useLink()] as const)
  clock.followServer(timers)
  projection.foldBy(folding)
  const schedule = createSchedule({ onPublish: projection.onPublish, clock, timers })
  app.provide(SCHEDULE, schedule)
  app.runWithContext(() => useDistrict().load({ ...demoFacts, code: tinyBasis.code }))
  link.report.status({ state: 'live', since: START, attempt: 0, nextAttemptAt: undefined, reason: undefined })
  let cursor = toCursor(startOf('epoch'))
  return {
    stop: () => schedule.stop(),
    /** A widget. @returns what it has, and its end */
    widget<T>(use: () => T) {
      const scope = effectScope()
      return { has: app.runWithContext(() => scope.run(use)!), end: () => scope.stop() }
    },
    /** The picture comes anew; the first of `late` has been silent for a day, the next for two. */
    picture(...late: StreamName[]) {
      const state = emptyState(tinyBasis)
      cursor = toCursor(startOf('epoch'))
      projection.applyState({ cursor, at: START, fold: '', digest: state.digest.of('152921'), state: toSnapshot(state), positions: [], heard: byStream(stream => START - DAY_MS * (late.indexOf(stream) + 1)) })
      timers.advance(50)
    },
    take(minute: number) {
      const event = incidentEvent('reported', minute, {}, { subject: `WG-${minute}` })
      const to = toCursor({ ...startOf('epoch'), last: { ...startOf('epoch').last, incident: event.entry } })
      projection.applyFrame({ from: cursor, to, at: timers.now(), events: [event] })
      cursor = to
      timers.advance(50)
    },
  }
}

/** An indicator that tells how often it was computed. */
function counted(streams: readonly StreamName[]): Measured<number> & { times: number } {
  const measured = { streams, times: 0, measure: () => ++measured.times }
  return measured
}

beforeEach(() => {
  screen = open()
})

afterEach(() => screen.stop())

describe('an indicator on a screen', () => {
  it.each(STREAMS)('[T5] is grey when %s is late, if it reads that, and never otherwise', (late) => {
    screen.picture(late)
    for (const indicator of ALL) {
      const { has, end } = screen.widget(() => useIndicator(indicator, {}))
      expect([indicator.id, has.stale.value.isStale, has.stale.value.isStale ? has.stale.value.since : 0])
        .toEqual([indicator.id, indicator.streams.includes(late), indicator.streams.includes(late) ? START - DAY_MS : 0])
      end()
    }
  })

  it('[T5] of several that are shown together, what any of them reads decides', () => {
    screen.picture('patrol')
    const { open, onDuty } = INDICATORS
    expect(screen.widget(() => useIndicators({ open }, {})).has.stale.value.isStale).toBe(false)
    expect(screen.widget(() => useIndicators({ open, onDuty }, {})).has.stale.value.isStale).toBe(true)
    screen.picture('grid-status', 'patrol')
    expect(screen.widget(() => useIndicators({ open, onDuty }, {})).has.stale.value).toMatchObject({ isStale: true, since: START - 2 * DAY_MS })
  })

  it('[I10] is computed once for all that show it, anew when what it reads was touched, and forgotten with the last of them', () => {
    screen.picture()
    const own = counted(['incident'])
    const others = counted(['patrol'])
    const [first, second] = [screen.widget(() => useIndicators({ own, others }, { group: 'text' })), screen.widget(() => useIndicators({ own }, {}))]
    expect([own.times, others.times, first.has.values.value, second.has.values.value]).toEqual([1, 1, { own: 1, others: 1 }, { own: 1 }])
    screen.take(1)
    expect([own.times, first.has.values.value?.own, second.has.values.value]).toEqual([2, 2, { own: 2 }])
    first.end()
    expect(screen.widget(() => useIndicators({ own }, {})).has.values.value).toEqual({ own: 2 })
    const alone = screen.widget(() => useIndicators({ others }, {}))
    const before = others.times
    screen.take(2)
    expect([own.times, others.times]).toEqual([3, before])
    alone.end()
    screen.widget(() => useIndicators({ others }, {}))
    expect(others.times).toBe(before + 1)
  })
})
