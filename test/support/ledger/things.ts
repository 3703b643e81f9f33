import type { AnyDefinition } from '../../../shared/kernel/ledger/AnyDefinition.ts'
import type { LedgerDefinition } from '../../../shared/kernel/ledger/LedgerDefinition.ts'
import { ACTION, ACTION_TABLE } from './action.ts'

const DAY = 86_400_000
const kept = { keptMs: 2 * DAY, most: 4 }

const task = {
  ...kept,
  name: 'test.task',
  table: {
    none: { posted: 'posted' },
    posted: { claimed: { empty: 'posted', part: 'part', full: 'full' }, expired: 'expired' },
    part: { claimed: { empty: 'posted', part: 'part', full: 'full' }, expired: 'expired', unclaimed: { empty: 'posted', part: 'part', full: 'full' }, started: 'started' },
    full: { claimed: 'full', unclaimed: { empty: 'posted', part: 'part', full: 'full' }, started: 'started' },
    started: { done: 'done' },
    done: {},
    expired: {},
  },
  ends: ['done', 'expired'],
  sum: { adds: ['claimed'], takes: ['unclaimed'], atMost: 1.2 },
  counts: { span: 'hour', kept: 24, of: [{ name: 'filled', on: ['claimed'], from: ['posted', 'part'], to: ['full'] }, { name: 'waited', on: ['started'], since: 'stage' }] },
} as const satisfies LedgerDefinition<'posted' | 'part' | 'full' | 'started' | 'done' | 'expired', 'posted' | 'claimed' | 'unclaimed' | 'expired' | 'started' | 'done'>

const enrolment = {
  ...kept,
  name: 'test.enrolment',
  table: { none: { 'checked-in': 'in', 'moved': 'in' }, in: { 'checked-in': 'in', 'moved': 'in', 'checked-out': 'out' }, out: { 'checked-in': 'in' } },
  ends: ['out'],
  moves: ['moved'],
  counts: { span: 'day', kept: 3, of: [{ name: 'came', on: ['checked-in', 'moved'], from: ['none'] }, { name: 'left', on: ['moved'], from: ['in'] }] },
} as const satisfies LedgerDefinition<'in' | 'out', 'checked-in' | 'moved' | 'checked-out'>

const disclosure = {
  ...kept,
  name: 'test.disclosure',
  table: { none: { due: 'due', posted: 'posted' }, due: { posted: 'posted' }, posted: { posted: 'posted' } },
  ends: ['posted'],
  clocks: { post: { startedBy: ['due'] } },
} as const satisfies LedgerDefinition<'due' | 'posted', 'due' | 'posted', 'post'>

/** Things of each kind that a ledger knows: sums, moves, what changes after its end. The tables are written from the county's, apart from the definitions. */
export const THINGS: readonly { definition: AnyDefinition; table: string }[] = [
  { definition: ACTION, table: ACTION_TABLE },
  { definition: task, table: 'none: posted→posted · posted, part: claimed→part/full, expired→expired · part, full: unclaimed→posted/part, started→started · full: claimed= · started: done→done · done, expired: –' },
  { definition: enrolment, table: 'none: checked-in→in, moved→in · in: checked-in=, moved→in, checked-out→out · out: checked-in→in' },
  { definition: disclosure, table: 'none: due→due, posted→posted · due: posted→posted · posted: posted=' },
]
