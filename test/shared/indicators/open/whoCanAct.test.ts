import type { WanggeEvent } from '../../../../shared/state/event.ts'
import type { Rostered } from '../../../../shared/indicators/open/whoCanAct.ts'
import { describe, expect, it } from 'vitest'
import { whoCanAct } from '../../../../shared/indicators/open/whoCanAct.ts'
import { foldAll } from '../../../support/foldAll.ts'
import { incidentEvent, T0 } from '../../../support/incidentEvent.ts'
import { tinyBasis } from '../../../support/tinyBasis.ts'

const [here, beside, elsewhere] = tinyBasis.grids as [string, string, string]
const day = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '20:00' }]
const night = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '20:00', to: '08:00' }]
const MINUTE = 60_000
const place = { lng: 105.7, lat: 38.84 }

const staff: Rostered[] = [
  { id: 'leader', post: 'gridLeader', grid: here, shifts: day },
  { id: 'worker', post: 'gridWorker', grid: here, shifts: day },
  { id: 'asleep', post: 'gridWorker', grid: here, shifts: night },
  { id: 'neighbour', post: 'gridWorker', grid: beside, shifts: day },
  { id: 'far', post: 'gridWorker', grid: elsewhere, shifts: day },
  { id: 'head-1', post: 'buildingHead', grid: here, shifts: [] },
  { id: 'head-2', post: 'buildingHead', grid: here, shifts: [] },
  { id: 'head-3', post: 'buildingHead', grid: here, shifts: [] },
  { id: 'volunteer', post: 'volunteer', grid: here, shifts: [] },
]

function matter(events: WanggeEvent[] = []) {
  const state = foldAll([incidentEvent('reported', 0), ...events])
  const incident = state.incident.incidents.get('WG-1')!
  return { state, incident: { ...incident, place } }
}

describe('who can act', () => {
  it('[M5] tells presence, distance, age of the fix and matters in hand; near and free is suggested', () => {
    const { state, incident } = matter([
      incidentEvent('reported', 1, {}, { subject: 'WG-2' }),
      incidentEvent('dispatched', 2, { assignee: 'leader' }, { subject: 'WG-2' }),
      incidentEvent('accepted', 2, {}, { subject: 'WG-2' }),
      incidentEvent('dispatched', 3, { assignee: 'leader' }, { subject: 'WG-2' }),
    ])
    const now = T0 + 60 * MINUTE
    const positions = new Map([
      ['leader', { lng: 105.7, lat: 38.841, at: now - 20_000 }],
      ['worker', { lng: 105.7, lat: 38.843, at: now - 10_000 }],
      ['neighbour', { lng: 105.7, lat: 38.85, at: now - 5000 }],
    ])
    const { people, suggested, more, nobodyUntil } = whoCanAct(state, incident, now, { staff, positions })
    expect(people.map(({ id }) => id)).toEqual(['worker', 'leader', 'neighbour', 'head-1', 'head-2', 'head-3', 'asleep'])
    expect(people[1]).toMatchObject({ presence: 'shift', open: 1, fixAt: now - 20_000 })
    expect(people[1]?.metres).toBeCloseTo(111, 0)
    expect(people[3]).toMatchObject({ presence: 'call', metres: undefined, fixAt: 0 })
    expect(people[6]).toMatchObject({ presence: 'off', nextAt: Date.parse('2026-11-24T20:00:00+08:00') })
    expect(suggested).toBe('worker')
    expect(more).toBe(1)
    expect(nobodyUntil).toBeUndefined()
  })

  it('[M5] an old fix says nothing of where somebody is', () => {
    const { state, incident } = matter()
    const now = T0 + 60 * MINUTE
    const positions = new Map([['leader', { ...place, at: now - 40 * MINUTE }], ['worker', { lng: 105.7, lat: 38.845, at: now }]])
    expect(whoCanAct(state, incident, now, { staff, positions }).suggested).toBe('worker')
  })

  it('[M5] says until when nobody fits', () => {
    const { state, incident } = matter()
    const nobody = whoCanAct(state, incident, T0, { staff: [staff[2]!, staff[5]!], positions: new Map() })
    expect(nobody).toMatchObject({ suggested: undefined, nobodyUntil: Date.parse('2026-11-24T20:00:00+08:00') })
    expect(whoCanAct(state, incident, T0, { staff: [], positions: new Map() })).toEqual({ people: [], more: 0, suggested: undefined, nobodyUntil: Infinity })
  })

  it('[M5] who came on duty counts as there, whatever the roster says', () => {
    const { state, incident } = matter()
    foldAll([{ stream: 'grid-status', entry: `${T0}-0`, type: 'grid-status.duty.on', time: new Date(T0).toISOString(), source: 'test', id: 'd', subject: here, data: { worker: 'asleep', post: 'gridWorker' } }], state)
    const [first] = whoCanAct(state, incident, T0, { staff: [staff[2]!], positions: new Map() }).people
    expect([...state.gridStatus[0]!.onDuty.keys()]).toEqual(['asleep'])
    expect(first?.presence).toBe('duty')
  })
})
