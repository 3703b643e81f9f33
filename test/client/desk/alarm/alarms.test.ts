import type { WanggeEvent } from '../../../../shared/state/event.ts'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp } from 'vue'
import { useAlarms } from '../../../../client/desk/alarm/alarms.ts'
import { useClock } from '../../../../client/picture/clock.ts'
import { useDistrict } from '../../../../client/base/district.ts'
import { folding } from '../../../../client/picture/folding.ts'
import { useProjection } from '../../../../client/picture/projection.ts'
import { emptyState } from '../../../../shared/state/emptyState.ts'
import { toSnapshot } from '../../../../shared/state/toSnapshot.ts'
import { startOf, toCursor } from '../../../../shared/protocol/LogPosition.ts'
import { demoFacts } from '../../../support/demoFacts.ts'
import { incidentEvent, T0 } from '../../../support/incidentEvent.ts'
import { tinyBasis } from '../../../support/tinyBasis.ts'
import { MACHINE } from '../../../../client/base/useMachine.ts'
import { machine } from '../../../../client/machine.ts'

const MINUTE = 60_000
const GRID = tinyBasis.grids[0]!

describe('what calls the desk', () => {
  let now: number
  let alarms: ReturnType<typeof useAlarms>
  let take: (...events: WanggeEvent[]) => void
  const memory = new Map<string, string>()
  const keep = { getItem: (name: string) => memory.get(name) ?? null, setItem: (name: string, value: string) => void memory.set(name, value), removeItem: (name: string) => void memory.delete(name) }

  beforeEach(() => {
    vi.useFakeTimers()
    memory.clear()
    open()
  })

  afterEach(() => {
    vi.useRealTimers()
  })

  /** A browser that is opened on what the server knows. */
  function open(state = emptyState(tinyBasis)): void {
    const app = createApp({})
    app.provide(MACHINE, machine)
    app.use(createPinia())
    now = T0
    const projection = useProjection()
    let cursor = toCursor(startOf('epoch'))
    projection.foldBy(folding)
    useClock().followServer({ now: () => now })
    useDistrict().load({ ...demoFacts, code: tinyBasis.code })
    alarms = useAlarms()
    alarms.keepIn(keep)
    projection.onPublish(alarms.look)
    projection.applyState({ cursor, at: now, fold: '1', digest: state.digest.of('152921'), state: toSnapshot(state), positions: [], heard: {} })
    vi.runAllTimers()
    take = (...events) => {
      const to = toCursor({ ...startOf('epoch'), last: { ...startOf('epoch').last, incident: events.at(-1)!.entry } })
      projection.applyFrame({ from: cursor, to, at: now, events })
      cursor = to
      vi.runAllTimers()
    }
  }

  const sos = (minutes: number) => ({ ...incidentEvent('reported', minutes), stream: 'patrol', type: 'patrol.sos', subject: 'W1', data: { grid: GRID } }) as WanggeEvent

  const signed = (minutes: number) => {
    const { entry } = sos(0)
    return { ...incidentEvent('reported', minutes), stream: 'patrol', type: 'patrol.sos-signed', subject: `sos:${entry}`, data: { grid: GRID } } as WanggeEvent
  }

  it('is not looked through anew for what calls nobody, and is for what becomes or was severity I', () => {
    take(incidentEvent('reported', 0, { severity: 'I' }))
    const before = alarms.ringing
    take({ ...incidentEvent('reported', 1, { severity: 'III' }), subject: 'WG-2' })
    expect(alarms.ringing).toBe(before)
    take({ ...incidentEvent('reclassified', 2, { category: 'facility', severity: 'I' }), subject: 'WG-2' })
    expect(alarms.ringing.map(({ id }) => id)).toEqual(['WG-1', 'WG-2'])
    take(incidentEvent('reclassified', 3, { category: 'facility', severity: 'III' }))
    expect(alarms.ringing.map(({ id }) => id)).toEqual(['WG-2'])
  })

  it('rings for severity I until somebody signs for it, again and again', () => {
    take(incidentEvent('reported', 0, { severity: 'I' }))
    expect(alarms.ringing).toMatchObject([{ id: 'WG-1', gravity: 'I' }])
    expect(alarms.due()).toBe('I')
    alarms.sounded('I')
    now += 3000
    expect(alarms.due()).toBeUndefined()
    now += 5000
    expect(alarms.due()).toBe('I')
    take(incidentEvent('accepted', 1), incidentEvent('dispatched', 2), incidentEvent('acknowledged', 3))
    expect([alarms.ringing, alarms.due()]).toEqual([[], undefined])
  })

  it('sounds once for what comes with a lesser severity, and only for what is news', () => {
    take(incidentEvent('reported', 0, { severity: 'III' }))
    expect(alarms.due()).toBe('III')
    alarms.sounded('III')
    expect(alarms.due()).toBeUndefined()
    now += 10 * MINUTE
    take(incidentEvent('reported', 1, { severity: 'II' }, { subject: 'WG-2' }))
    expect(alarms.due()).toBeUndefined()
  })

  it('a mute has an end and silences everything but a person in danger', () => {
    alarms.mute('on-phone', 2)
    take(incidentEvent('reported', 0, { severity: 'I' }))
    expect(alarms.due()).toBeUndefined()
    take(sos(0))
    expect(alarms.due()).toBe('sos')
    take(signed(0))
    expect(alarms.due()).toBeUndefined()
    now += 2 * MINUTE
    expect(alarms.due()).toBe('I')
  })

  it('a call for help rings until it was signed for anywhere, also when it has grown old; a fresh browser does not ring again', () => {
    take(sos(0))
    now += 45 * MINUTE
    take(incidentEvent('reported', 45))
    expect(alarms.ringing).toMatchObject([{ gravity: 'sos', grid: GRID }])
    take(signed(46))
    expect(alarms.ringing).toEqual([])
    // Another browser has nothing kept, and the state alone.
    memory.clear()
    open(useProjection().state)
    expect(alarms.ringing).toEqual([])
    take({ ...sos(60), subject: 'W2' })
    expect(alarms.ringing).toMatchObject([{ gravity: 'sos', worker: 'W2' }])
  })

  it('volume and mute are there after a reload; what is kept there by nobody we know is not used', () => {
    alarms.setVolume(0.4)
    alarms.mute('drill', 5)
    open()
    expect(alarms.settings).toMatchObject({ volume: 0.4, mute: { reason: 'drill', until: T0 + 5 * MINUTE } })
    memory.set('wangge.desk.alarms', '{"volume":9}')
    open()
    expect(alarms.settings).toEqual({ volume: 0.7 })
  })
})
