import { expect, it } from 'vitest'
import { justHappened } from '../../../../shared/indicators/open/justHappened.ts'
import { foldAll } from '../../../support/foldAll.ts'
import { incidentEvent, T0 } from '../../../support/incidentEvent.ts'
import { demoFacts } from '../../../support/demoFacts.ts'

type Made = [move: string, data?: object]

const now = T0 + 60 * 60_000
const up: Made = ['escalated', { to: 'community', reason: 'ordered' }]

it.each([
  ['escalated', [up]],
  ['escalated', [['accepted'], ['dispatched'], ['acknowledged'], up]],
  ['dispatched', [['accepted'], up, ['dispatched']]],
  ['reopened', [up, ['closed'], ['reopened']]],
  ['acknowledged', [['accepted'], ['dispatched'], up, ['acknowledged']]],
] as [string, Made[]][])('[I3] says %s of a matter after %j', (what, moves) => {
  const state = foldAll([incidentEvent('reported', 0), ...moves.map(([move, data], i) => incidentEvent(move, i + 1, data))])
  expect(justHappened.measure(state, '152921', now, demoFacts).newest[0]!.what).toBe(what)
})
