import type { WanggeEvent } from '../../../../shared/state/event.ts'
import { expect, it } from 'vitest'
import { graveIncidents } from '../../../../shared/indicators/open/graveIncidents.ts'
import { foldAll } from '../../../support/foldAll.ts'
import { incidentEvent, T0 } from '../../../support/incidentEvent.ts'
import { tinyBasis } from '../../../support/tinyBasis.ts'

const MINUTE = 60_000
const reported = (subject: string, severity: string, minutes: number) => incidentEvent('reported', minutes, { severity }, { subject })
const move = (subject: string, name: string, minutes: number) => incidentEvent(name, minutes, {}, { subject })

function sos(minutes: number): WanggeEvent {
  const at = T0 + minutes * MINUTE
  return { stream: 'patrol', entry: `${at}-0`, type: 'patrol.sos', time: new Date(at).toISOString(), source: 'test', id: `sos-${minutes}`, subject: 'S1', data: { grid: tinyBasis.grids[3]! } }
}

const ids = (events: WanggeEvent[], minutes: number, region = '152921') => graveIncidents(foldAll(events), region, T0 + minutes * MINUTE).map(({ id }) => id)

it('[B2] grave are matters of severity I and II before sign-for, gravest first, then by time', () => {
  const events = [reported('two', 'II', 0), reported('late', 'I', 2), reported('early', 'I', 1), reported('three', 'III', 3)]
  expect(ids(events, 5)).toEqual(['early', 'late', 'two'])
  expect(ids(events, 5, '152921402')).toEqual([])
})

it('[B2] what is signed for or has ended is grave no more; what is returned is again', () => {
  const sent = [reported('one', 'I', 0), move('one', 'accepted', 1), move('one', 'dispatched', 2)]
  expect(ids(sent, 5)).toEqual(['one'])
  expect(ids([...sent, move('one', 'acknowledged', 3)], 5)).toEqual([])
  expect(ids([...sent, move('one', 'acknowledged', 3), incidentEvent('returned', 4, { reason: 'not-ours' }, { subject: 'one' })], 5)).toEqual(['one'])
  expect(ids([reported('one', 'I', 0), incidentEvent('closed', 1, { level: 'grid' }, { subject: 'one' })], 5)).toEqual([])
})

it('[B2] a call for help stands before all until somebody has signed for it; pressed again it stays the same one', () => {
  const events = [reported('one', 'I', 0), sos(1)]
  const [first] = ids(events, 2)
  expect(ids(events, 2)).toEqual([first, 'one'])
  expect(first).toBe(`sos:${sos(1).entry}`)
  expect(ids(events, 32)).toEqual([first, 'one'])
  expect(ids([...events, sos(3)], 4)).toEqual([first, 'one'])
  const signed = { ...sos(5), type: 'patrol.sos-signed', subject: first!, data: { grid: sos(1).data.grid } } as WanggeEvent
  expect(ids([...events, signed], 6)).toEqual(['one'])
})
