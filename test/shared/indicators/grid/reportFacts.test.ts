import type { IncidentEvent } from '../../../../shared/families/incident/IncidentEvent.ts'
import { expect, it } from 'vitest'
import { reportFacts } from '../../../../shared/indicators/grid/reportFacts.ts'
import { foldAll } from '../../../support/foldAll.ts'
import { incidentEvent, T0 } from '../../../support/incidentEvent.ts'

it('[M6] of the first report all that is known, of a later one what came since; nothing made up', () => {
  const events = [
    incidentEvent('reported', 0, { severity: 'I' }),
    incidentEvent('accepted', 1),
    incidentEvent('dispatched', 2, { unit: '燃气公司' }),
    incidentEvent('commented', 3, { text: '已关总阀' }),
    incidentEvent('whistled', 4, { units: ['消防'] }),
    incidentEvent('report-sent', 5, { kind: 'first', number: 1, by: 'phone', to: '旗政府值班室' }),
    incidentEvent('commented', 9, { text: '人员已疏散' }),
  ] as IncidentEvent[]
  const incident = foldAll(events).incident.incidents.get('WG-1')!
  expect(reportFacts(incident, events, 'first')).toMatchObject({ number: 1, reportedAt: T0, sentAt: T0 + 120_000, told: [{ text: '已关总阀' }, { text: '人员已疏散' }], units: [{ unit: '消防', at: 0 }], closedAt: 0 })
  expect(reportFacts(incident, events, 'follow-up')).toMatchObject({ number: 2, told: [{ at: T0 + 540_000, text: '人员已疏散' }] })
})
