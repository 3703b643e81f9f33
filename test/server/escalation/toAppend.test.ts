import { expect, it } from 'vitest'
import { toAppend } from '../../../server/escalation/toAppend.ts'

const MINUTE = 60_000
const DUE = Date.UTC(2026, 10, 24, 1)
const decided = (now: number) => {
  const decision = { kind: 'warned', at: DUE, event: { type: 'incident.warned', data: { clock: 'settle' } } } as const
  const { entries } = toAppend(decision, { id: 'WG-1', version: 3 }, { position: { epoch: 'e', last: { 'incident': '1-0', 'patrol': '0-0', 'grid-status': '0-0' } }, stands: {} }, now)
  return JSON.parse(entries[0]!.fields.data!) as object
}

it('[X25] what is decided more than a minute after it fell due says when that was', () => {
  expect(decided(DUE)).toEqual({ clock: 'settle' })
  expect(decided(DUE + MINUTE)).toEqual({ clock: 'settle' })
  expect(decided(DUE + 200 * MINUTE)).toEqual({ clock: 'settle', fellDue: '2026-11-24T01:00:00.000Z' })
})
