import { describe, expect, it } from 'vitest'
import { fold } from '../../../../shared/state/fold.ts'
import { toSnapshot } from '../../../../shared/state/toSnapshot.ts'
import { foldAll } from '../../../support/foldAll.ts'
import { incidentEvent } from '../../../support/incidentEvent.ts'
import { tinyBasis } from '../../../support/tinyBasis.ts'

const DAYS = 24 * 60
const RECALLED = { stage: 'closed', grid: tinyBasis.grids[0]!, category: 'facility', severity: 'IV', channel: 'app', level: 'town', reported: '2026-11-24T01:00:00Z', opened: '1795482000000-0', version: 2, settledLevel: 'grid', onTime: true, title: '井盖', reporter: { phone: '19900001207', name: '张某' } }

describe('a matter that has left', () => {
  it('[F30] comes back as it ended, is counted nowhere again, and can be reopened', () => {
    const state = foldAll([incidentEvent('reported', 0), incidentEvent('closed', 1), incidentEvent('reported', 3 * DAYS, {}, { subject: 'WG-2' })])
    expect(state.incident.incidents.has('WG-1')).toBe(false)
    const counted = JSON.stringify(toSnapshot(state).incident.days)
    expect(fold(state, incidentEvent('recalled', 3 * DAYS + 1, RECALLED)).outcome).toBe('applied')
    const incident = state.incident.incidents.get('WG-1')!
    expect(incident).toMatchObject({ stage: 'closed', level: 'town', version: 3, openedEntry: '1795482000000-0', reporter: { phone: '19900001207' }, settledLevel: 'grid' })
    expect(JSON.stringify(toSnapshot(state).incident.days)).toBe(counted)
    expect(state.incident.open[0]).toBe(1)
    expect(fold(state, incidentEvent('reopened', 3 * DAYS + 2, { reason: 'came-back' })).outcome).toBe('applied')
    expect(incident).toMatchObject({ stage: 'reopened', clock: 'intake', reopens: 1, version: 4 })
    expect(incident).not.toHaveProperty('settledLevel')
    expect(state.incident.open[0]).toBe(2)
  })

  it('[F30] is not recalled while it is known; one that was recalled leaves 48 h later', () => {
    const state = foldAll([incidentEvent('reported', 0), incidentEvent('closed', 1)])
    expect(fold(state, incidentEvent('recalled', 2, RECALLED))).toMatchObject({ outcome: 'rejected', refusal: { reason: 'unlawful' } })
    foldAll([incidentEvent('reported', 3 * DAYS, {}, { subject: 'WG-2' }), incidentEvent('recalled', 3 * DAYS + 1, RECALLED)], state)
    expect(state.incident.incidents.has('WG-1')).toBe(true)
    foldAll([incidentEvent('reported', 5 * DAYS + 2, {}, { subject: 'WG-3' })], state)
    expect(state.incident.incidents.has('WG-1')).toBe(false)
  })
})
