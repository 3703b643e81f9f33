import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyState } from '../../../../shared/state/emptyState.ts'
import { dueAt } from '../../../../shared/families/incident/dueAt.ts'
import { explainLimit } from '../../../../shared/families/incident/reading/explainLimit.ts'
import { likelyDuplicates } from '../../../../shared/families/incident/reading/likelyDuplicates.ts'
import { reportDue } from '../../../../shared/families/incident/reading/reportDue.ts'
import { arbitraryLog } from '../../../support/arbitraryEvents.ts'
import { foldAll } from '../../../support/foldAll.ts'
import { incidentEvent, T0 } from '../../../support/incidentEvent.ts'
import { tinyBasis } from '../../../support/tinyBasis.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('limits', () => {
  it('[M1] explain themselves: working time, extension and parked time apart, standing still while parked', () => {
    const working = { ...tinyBasis, limits: [{ severity: 'IV', level: 'grid', clock: 'settle', limit: 'PT21H', time: 'working', warnAt: 0.5 }] as const }
    const state = foldAll([incidentEvent('reported', 0), incidentEvent('accepted', 0), incidentEvent('dispatched', 0), incidentEvent('extended', 1, { by: 'PT2H' }), incidentEvent('parked', 10)], emptyState({ ...working, limits: [...working.limits] }))
    const incident = state.incident.incidents.get('WG-1')!
    expect(explainLimit(state, incident)).toEqual({ clock: 'settle', severity: 'IV', level: 'grid', limitMs: 21 * HOUR, time: 'working', workingDayMs: 7 * HOUR, startedAt: T0, extendedMs: 2 * HOUR, parkedMs: 0, parkedSince: T0 + 10 * MINUTE })
    foldAll([incidentEvent('resumed', 70)], state)
    // Tuesday 09:00, three working days of 7 h: Thursday ends after 20.5 h, the rest is Friday morning.
    expect(explainLimit(state, incident)).toMatchObject({ parkedMs: HOUR, dueAt: Date.parse('2026-11-27T09:00:00+08:00') + 3 * HOUR })
    expect(explainLimit(state, incident)?.parkedSince).toBeUndefined()
    expect(explainLimit(state, incident, 'acknowledge')).toBeUndefined()
  })

  it('[M8] name the holidays on their way, with the days for which each stops a limit in working time', () => {
    const working = { severity: 'IV', level: 'grid', clock: 'settle', limit: 'P40D', time: 'working', warnAt: 0.5 } as const
    const calendar = { ...tinyBasis.calendar, holidays: ['2026-12-26', '2027-01-01', '2027-01-02', '2027-02-05'] }
    const state = foldAll([incidentEvent('reported', 0), incidentEvent('accepted', 0), incidentEvent('dispatched', 0)], emptyState({ ...tinyBasis, calendar, limits: [working] }))
    // 40 working days from a Tuesday in November; the 26th of December and the 2nd of January are Saturdays, and stop nothing.
    const limit = explainLimit(state, state.incident.incidents.get('WG-1')!)
    expect(limit).toMatchObject({ limitMs: 40 * 7 * HOUR, workingDayMs: 7 * HOUR, holidays: [{ holiday: 'newYear', days: 1 }] })
    expect(new Date(limit!.dueAt!).toISOString().slice(0, 10)).toBe('2027-01-20')
    foldAll([incidentEvent('acknowledged', 1), incidentEvent('handling', 2), incidentEvent('feedback', 3), incidentEvent('checking', 4), incidentEvent('closed', 5)], state)
    expect(explainLimit(state, state.incident.incidents.get('WG-1')!)).toEqual(limit)
  })

  it('[F8] extension and parked time move the end of a working-time limit in working time, in days that are working days', () => {
    const inOffice = { severity: 'IV', level: 'grid', clock: 'settle', limit: 'P3D', time: 'working', warnAt: 0.5 } as const
    const roundTheClock = { severity: 'III', level: 'grid', clock: 'settle', limit: 'P3D', time: 'calendar', warnAt: 0.5 } as const
    const state = emptyState({ ...tinyBasis, limits: [inOffice, roundTheClock] })
    const due = () => new Date(dueAt(state.incident.incidents.get('WG-1')!, state.limits) + 8 * HOUR).toISOString().slice(0, 16)
    // Tuesday 09:00, half an hour after the office opened: three working days end on Friday at 09:00.
    foldAll([incidentEvent('reported', 0), incidentEvent('accepted', 0), incidentEvent('dispatched', 0)], state)
    expect(due()).toBe('2026-11-27T09:00')
    foldAll([incidentEvent('extended', 1, { by: 'P1D' })], state)
    expect(due()).toBe('2026-11-30T09:00')
    // Parked from Tuesday 17:00 to Wednesday 10:00: two and a half hours of the office.
    foldAll([incidentEvent('parked', 8 * 60), incidentEvent('resumed', 25 * 60)], state)
    expect(due()).toBe('2026-11-30T11:30')
  })

  it('[C15] what was added to a limit of one kind of time is told in the other kind, where a milder severity has that', () => {
    const inOffice = { severity: 'IV', level: 'grid', clock: 'settle', limit: 'P3D', time: 'working', warnAt: 0.5 } as const
    const roundTheClock = { severity: 'III', level: 'grid', clock: 'settle', limit: 'P3D', time: 'calendar', warnAt: 0.5 } as const
    const state = emptyState({ ...tinyBasis, limits: [inOffice, roundTheClock] })
    foldAll([incidentEvent('reported', 0, { severity: 'III' }), incidentEvent('accepted', 0), incidentEvent('dispatched', 0), incidentEvent('extended', 1, { by: 'P1D' }), incidentEvent('reclassified', 60, { severity: 'IV' })], state)
    expect(state.incident.incidents.get('WG-1')).toMatchObject({ severity: 'IV', extendedMs: 7 * HOUR, parkedMs: 0 })
  })

  it('[M1] property: what is explained is what is judged by, after any history', () => {
    fc.assert(fc.property(arbitraryLog, (log) => {
      const state = foldAll(log)
      for (const incident of state.incident.incidents.values())
        expect(explainLimit(state, incident)?.dueAt ?? Infinity).toBe(dueAt(incident, state.limits))
    }), { numRuns: 40 })
  })
})

describe('upward reports', () => {
  it('[M2] fall due by telephone, in writing, again and at the end; only of grave matters', () => {
    const state = foldAll([incidentEvent('reported', 0)])
    const incident = state.incident.incidents.get('WG-1')!
    const due = () => reportDue(incident, tinyBasis.rules)
    expect(due()).toBeUndefined()
    foldAll([incidentEvent('reclassified', 5, { severity: 'II' })], state)
    expect(due()).toEqual({ kind: 'first', by: 'phone', dueAt: T0 + 25 * MINUTE })
    foldAll([incidentEvent('report-sent', 10, { kind: 'first', number: 1, by: 'phone', to: '甲' })], state)
    expect(due()).toEqual({ kind: 'first', by: 'writing', dueAt: T0 + 45 * MINUTE })
    foldAll([incidentEvent('report-sent', 20, { kind: 'first', number: 1, by: 'writing', to: '甲' })], state)
    expect(due()).toEqual({ kind: 'follow-up', by: 'writing', dueAt: T0 + 20 * MINUTE + 12 * HOUR })
    foldAll([incidentEvent('closed', 30)], state)
    expect(due()).toEqual({ kind: 'final', by: 'writing', dueAt: T0 + 30 * MINUTE + 12 * HOUR })
    foldAll([incidentEvent('report-sent', 40, { kind: 'final', number: 2, by: 'writing', to: '甲' })], state)
    expect(due()).toBeUndefined()
  })
})

describe('duplicates', () => {
  it('[M3] are near in place and time and of the same category, nearest first', () => {
    const at = (lng: number, more: object = {}) => ({ place: { lng, lat: 38.8 }, ...more })
    const state = foldAll([
      incidentEvent('reported', 0, at(105.001), { subject: 'WG-1' }),
      incidentEvent('reported', 1, at(105.0005), { subject: 'WG-2' }),
      incidentEvent('reported', 2, at(105.01), { subject: 'far' }),
      incidentEvent('reported', 3, at(105.001, { category: 'traffic' }), { subject: 'other-kind' }),
      incidentEvent('reported', 4, {}, { subject: 'no-point' }),
      incidentEvent('reported', 5, at(105.001), { subject: 'rejected' }),
      incidentEvent('rejected', 6, { reason: 'not-true' }, { subject: 'rejected' }),
    ])
    const found = (candidate: object) => likelyDuplicates(state, { category: 'facility', at: T0 + HOUR, ...candidate }).map(({ incident }) => incident.id)
    expect(found({ place: { lng: 105, lat: 38.8 } })).toEqual(['WG-2', 'WG-1'])
    expect(found({ place: { lng: 105, lat: 38.8 }, grid: tinyBasis.grids[0] })).toEqual(['WG-2', 'WG-1', 'no-point'])
    expect(found({ place: { lng: 105, lat: 38.8 }, id: 'WG-2' })).toEqual(['WG-1'])
    expect(found({ place: { lng: 105, lat: 38.8 }, at: T0 + 25 * HOUR })).toEqual([])
    expect(likelyDuplicates(state, { category: 'facility', at: T0, place: { lng: 105, lat: 38.8 } })[0]!.metres).toBeCloseTo(43.3, 0)
  })

  it('[M3] the same id twice is one matter with one clock', () => {
    const state = foldAll([incidentEvent('reported', 0), incidentEvent('reported', 5)])
    expect(state.incident.incidents.get('WG-1')).toMatchObject({ clockAt: T0, version: 1 })
  })
})
