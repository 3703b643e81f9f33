import { describe, expect, it } from 'vitest'
import { emptyState } from '../../../../shared/state/emptyState.ts'
import { fold } from '../../../../shared/state/fold.ts'
import { dueAt } from '../../../../shared/families/incident/dueAt.ts'
import { hourOf } from '../../../../shared/words/time/hour.ts'
import { foldAll } from '../../../support/foldAll.ts'
import { incidentEvent, T0 } from '../../../support/incidentEvent.ts'
import { tinyBasis } from '../../../support/tinyBasis.ts'

const HOUR = 60
const zone = tinyBasis.zoneMs

describe('incident', () => {
  it('[F8] the limit runs from dispatch, and sign-for does not move it', () => {
    const state = foldAll([incidentEvent('reported', 0), incidentEvent('accepted', 1)])
    const incident = state.incident.incidents.get('WG-1')!
    expect(dueAt(incident, state.limits)).toBe(T0 + 4 * 60_000)
    foldAll([incidentEvent('dispatched', 3)], state)
    expect(dueAt(incident, state.limits)).toBe(T0 + (3 + 4 * HOUR) * 60_000)
    foldAll([incidentEvent('acknowledged', 200), incidentEvent('handling', 201)], state)
    expect(dueAt(incident, state.limits)).toBe(T0 + (3 + 4 * HOUR) * 60_000)
    foldAll([incidentEvent('returned', 210), incidentEvent('dispatched', 215)], state)
    expect(dueAt(incident, state.limits)).toBe(T0 + (3 + 4 * HOUR) * 60_000)
  })

  it('[F8] parked time and extensions move the end of the limit; while parked there is none', () => {
    const state = foldAll([incidentEvent('reported', 0), incidentEvent('accepted', 0), incidentEvent('dispatched', 0), incidentEvent('extended', 5, { by: 'PT30M' }), incidentEvent('parked', 10)])
    const incident = state.incident.incidents.get('WG-1')!
    expect(dueAt(incident, state.limits)).toBe(Infinity)
    foldAll([incidentEvent('resumed', 30)], state)
    expect(dueAt(incident, state.limits)).toBe(T0 + (4 * HOUR + 30 + 20) * 60_000)
  })

  it('[F7] escalation restarts the limit at the new level and waits for sign-for again', () => {
    const state = foldAll(['reported', 'accepted', 'dispatched', 'acknowledged', 'handling'].map((move, minute) => incidentEvent(move, minute)))
    foldAll([incidentEvent('escalated', 100, { to: 'town', reason: 'limit-passed' })], state)
    const incident = state.incident.incidents.get('WG-1')!
    expect(incident).toMatchObject({ level: 'town', stage: 'dispatched', escalations: 1 })
    expect(dueAt(incident, state.limits)).toBe(T0 + (100 + 4 * HOUR) * 60_000)
    expect(fold(state, incidentEvent('escalated', 101, { to: 'town', reason: 'ordered' }))).toMatchObject({ outcome: 'rejected', refusal: { reason: 'unlawful', path: 'data.to' } })
  })

  it('[F4] a late event counts in its own local hour, at the grid and every region above', () => {
    const state = foldAll([incidentEvent('reported', 0, {}, { lateMinutes: 5 * HOUR })])
    const hour = hourOf(T0 - 5 * HOUR * 60_000, zone)
    for (const region of ['152921', '152921102', '152921102001', '152921102001001'])
      expect(state.incident.hours.sum(region, 'reported', hour, hour)).toBe(1)
    expect(state.incident.hours.sum('152921402', 'reported', 0, hour + 99)).toBe(0)
    expect(state.incident.hours.sum('152921', 'reported.facility', hour, hour)).toBe(1)
  })

  it('[F4] keeps 72 hours by the region’s newest entry', () => {
    const state = foldAll([incidentEvent('reported', 0), incidentEvent('reported', 71 * HOUR, {}, { subject: 'WG-2' })])
    const first = hourOf(T0, zone)
    expect(state.incident.hours.sum('152921', 'reported', first, first + 71)).toBe(2)
    foldAll([incidentEvent('reported', 72 * HOUR, {}, { subject: 'WG-3' })], state)
    expect(state.incident.hours.sum('152921', 'reported', first, first + 72)).toBe(2)
    expect(state.incident.hours.sum('152921102001001', 'reported', first, first)).toBe(0)
  })

  it('[F9] what ended leaves 48 h later by its grid’s newest entry; what is open stays', () => {
    const state = foldAll([
      incidentEvent('reported', 0),
      incidentEvent('closed', 1),
      incidentEvent('reported', 2, {}, { subject: 'WG-2' }),
      incidentEvent('reported', 49 * HOUR, { grid: tinyBasis.grids[1]! }, { subject: 'WG-3' }),
    ])
    expect([...state.incident.incidents.keys()]).toEqual(['WG-1', 'WG-2', 'WG-3'])
    foldAll([incidentEvent('commented', 49 * HOUR, { text: 'x' }, { subject: 'WG-2' })], state)
    expect([...state.incident.incidents.keys()]).toEqual(['WG-2', 'WG-3'])
    expect(state.incident.open[0]).toBe(1)
  })

  it('[F9] what was reopened and closed again leaves by its last end', () => {
    const state = foldAll([incidentEvent('reported', 0), incidentEvent('closed', 1), incidentEvent('reopened', 10 * HOUR), incidentEvent('closed', 20 * HOUR), incidentEvent('reported', 50 * HOUR, {}, { subject: 'WG-2' })])
    expect(state.incident.incidents.has('WG-1')).toBe(true)
    foldAll([incidentEvent('commented', 69 * HOUR, { text: 'x' }, { subject: 'WG-2' })], state)
    expect(state.incident.incidents.has('WG-1')).toBe(false)
  })

  it('[F13] an id may be used again 48 h after its matter’s end, whether or not its grid heard of anything else', () => {
    const lives = [incidentEvent('reported', 0), incidentEvent('closed', 1), incidentEvent('reported', 2 + 48 * HOUR, { severity: 'II' })]
    const alone = foldAll(lives)
    const among = foldAll([lives[0]!, lives[1]!, incidentEvent('reported', 1.5 + 48 * HOUR, {}, { subject: 'WG-2' }), lives[2]!])
    for (const state of [alone, among])
      expect(state.incident.incidents.get('WG-1')).toMatchObject({ severity: 'II', stage: 'reported', version: 1 })
    expect(alone.incident.open[0]).toBe(1)
    const again = emptyState(tinyBasis)
    foldAll([lives[2]!], again)
    expect([...alone.incident.incidents.values()]).toEqual([...again.incident.incidents.values()])
  })

  it('[F13] not before that, and in another grid not before its own grid let it go', () => {
    const ended = [incidentEvent('reported', 0), incidentEvent('closed', 1)]
    expect(fold(foldAll(ended), incidentEvent('reported', 1 + 48 * HOUR))).toMatchObject({ outcome: 'rejected' })
    const elsewhere = incidentEvent('reported', 2 + 48 * HOUR, { grid: tinyBasis.grids[1]! })
    expect(fold(foldAll(ended), elsewhere)).toMatchObject({ outcome: 'rejected' })
    expect(fold(foldAll([...ended, incidentEvent('reported', 1.5 + 48 * HOUR, {}, { subject: 'WG-2' })]), elsewhere)).toMatchObject({ outcome: 'applied' })
  })

  it('[F2] a report with a known id, or in no grid, is rejected', () => {
    const state = foldAll([incidentEvent('reported', 0)])
    expect(fold(state, incidentEvent('reported', 1))).toMatchObject({ outcome: 'rejected', refusal: { reason: 'unlawful', path: 'subject' } })
    expect(fold(emptyState(tinyBasis), incidentEvent('reported', 1, { grid: '152921999001001' }))).toMatchObject({ outcome: 'rejected', refusal: { reason: 'outside-district' } })
  })
})
