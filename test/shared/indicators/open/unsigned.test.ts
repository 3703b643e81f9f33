import type { WanggeEvent } from '../../../../shared/state/event.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { GRAVITIES } from '../../../../shared/indicators/open/graveIncidents.ts'
import { unsigned } from '../../../../shared/indicators/open/unsigned.ts'
import { emptyState } from '../../../../shared/state/emptyState.ts'
import { entryMs } from '../../../../shared/words/entryId.ts'
import { arbitraryLog } from '../../../support/arbitraryEvents.ts'
import { demoFacts } from '../../../support/demoFacts.ts'
import { foldAll } from '../../../support/foldAll.ts'
import { incidentEvent, T0 } from '../../../support/incidentEvent.ts'
import { tinyBasis } from '../../../support/tinyBasis.ts'

const MINUTE = 60_000
const basis = { ...tinyBasis, limits: [...tinyBasis.limits, ...(['I', 'II'] as const).map(severity => ({ severity, level: 'grid', clock: 'acknowledge', limit: severity === 'I' ? 'PT5M' : 'PT15M', time: 'calendar', warnAt: 0.75 } as const))] }
const reported = (subject: string, severity: string, minutes: number) => incidentEvent('reported', minutes, { severity }, { subject })
const move = (subject: string, name: string, minutes: number, data: object = {}) => incidentEvent(name, minutes, data, { subject })
const rows = (events: WanggeEvent[], minutes: number, region = '152921') => unsigned.measure(foldAll(events, emptyState(basis)), region, T0 + minutes * MINUTE, demoFacts)

it('[I11] names what is grave and unsigned, gravest first, then by the time left to sign', () => {
  const events = [reported('two', 'II', 0), reported('late', 'I', 2), reported('early', 'I', 1), reported('three', 'III', 3)]
  expect(rows(events, 5).map(({ id }) => id)).toEqual(['early', 'late', 'two'])
  expect(rows(events, 5)[0]).toMatchObject({ kind: 'incident', gravity: 'I', at: T0 + MINUTE, signBy: T0 + 6 * MINUTE, called: { to: 'first', at: T0 + MINUTE } })
  expect(rows(events, 5, '152921402')).toEqual([])
})

it('[I11] says who was called and who had not answered; a sign-for ends it, a return begins it anew', () => {
  const sent = [reported('one', 'I', 0), move('one', 'accepted', 1), move('one', 'dispatched', 2)]
  expect(rows(sent.slice(0, 2), 2)[0]).not.toHaveProperty('called')
  expect(rows(sent, 3)[0]).toMatchObject({ called: { to: 'holder', at: T0 + 2 * MINUTE }, signBy: T0 + 7 * MINUTE })
  const passed = [...sent, move('one', 'call-passed', 7, { to: 'next-on-duty' })]
  expect(rows(passed, 8)[0]).toMatchObject({ called: { to: 'next-on-duty', at: T0 + 7 * MINUTE, before: 'holder' }, signBy: T0 + 12 * MINUTE })
  const lead = [...passed, move('one', 'call-passed', 12, { to: 'lead' })]
  expect(rows(lead, 13)[0]).toMatchObject({ called: { to: 'lead', before: 'next-on-duty' } })
  expect(rows([...lead, move('one', 'acknowledged', 14)], 15)).toEqual([])
  expect(rows([...lead, move('one', 'acknowledged', 14), move('one', 'returned', 15, { reason: 'not-ours' })], 16).map(({ id }) => id)).toEqual(['one'])
})

it('[I11] in any history a call for help stands before severity I, and that before II; of one gravity the least time left first', () => {
  fc.assert(fc.property(arbitraryLog, fc.nat(3_600_000), (log, later) => {
    const all = unsigned.measure(foldAll(log, emptyState(basis)), '152921', entryMs(log.at(-1)?.entry ?? '0-0') + later, demoFacts)
    const ranks = all.map(({ gravity, signBy }) => [GRAVITIES.indexOf(gravity), signBy] as const)
    expect(ranks).toEqual([...ranks].sort((a, b) => a[0] - b[0] || (a[1] === b[1] ? 0 : a[1] - b[1])))
  }), { numRuns: 40 })
})
