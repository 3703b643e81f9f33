import type { LedgerDefinition } from '../../../shared/kernel/ledger/LedgerDefinition.ts'
import type { Told } from './Told.ts'
import { z } from 'zod'
import { classed } from '../../../shared/events/fieldClass.ts'

const DAY = 86_400_000

type Stage = 'open' | 'done' | 'closed' | 'cancelled'
type Happening = 'assigned' | 'progress' | 'extended' | 'overdue' | 'done' | 'cancelled' | 'checked-ok' | 'checked-not'

/** Actions of a meeting: two clocks, a mark, fields of every class, counters by unit. */
export const ACTION = {
  name: 'test.action',
  table: {
    'none': { assigned: 'open' },
    'open': { progress: 'open', extended: 'open', overdue: 'open', done: 'done', cancelled: 'cancelled' },
    'done': { 'checked-ok': 'closed', 'checked-not': 'open' },
    'closed': {},
    'cancelled': {},
  },
  ends: ['closed', 'cancelled'],
  clocks: {
    do: { startedBy: ['assigned', 'extended', 'checked-not'], stoppedBy: ['done'], by: 'unit', limits: [{ ms: DAY, time: 'calendar' }, { key: 'roads', ms: 2 * DAY, time: 'calendar' }] },
    check: { startedBy: ['done'], stoppedBy: ['checked-not'], limits: [{ ms: 7 * 3_600_000, time: 'working' }] },
  },
  marks: { overdue: { setBy: ['overdue'], clearedBy: ['extended', 'done'] } },
  dimensions: { unit: ['roads', 'water'] },
  fields: {
    percent: { class: 'public' },
    about: { class: 'public', screen: 'public-id' },
    doer: { class: 'internal', screen: 'alias' },
    evidence: { class: 'internal' },
    title: { class: 'personal' },
  },
  counts: {
    span: 'day',
    kept: 3,
    of: [
      { name: 'assigned', on: ['assigned'], by: 'unit' },
      { name: 'done', on: ['done'] },
      { name: 'doneInTime', on: ['done'], inTime: 'do' },
      { name: 'reopened', on: ['checked-not'] },
      { name: 'took', on: ['checked-ok', 'cancelled'], since: 'opened' },
    ],
  },
  keptMs: 2 * DAY,
  most: 4,
} as const satisfies LedgerDefinition<Stage, Happening, 'do' | 'check', 'unit'>

/** Written from the county's table of stages, apart from the definition. */
export const ACTION_TABLE = 'none: assigned→open · open: progress=, extended=, overdue=, done→done, cancelled→cancelled · done: checked-ok→closed, checked-not→open · closed, cancelled: –'

/** Its events' data with the class of each field, as a family would have it. */
export const ACTION_DATA = z.object({
  region: classed(z.string().optional(), 'public', 'where'),
  due: classed(z.number().optional(), 'public', 'until when'),
  unit: classed(z.string().optional(), 'public', 'who'),
  percent: classed(z.number().optional(), 'public', 'how far'),
  about: classed(z.string().optional(), 'public', 'of what', 'public-id'),
  doer: classed(z.string().optional(), 'internal', 'by whom', 'alias'),
  evidence: classed(z.string().optional(), 'internal', 'shown by'),
  title: classed(z.string().optional(), 'personal', 'words'),
  note: classed(z.string().optional(), 'sensitive', 'not folded'),
  key: classed(z.string().optional(), 'internal', 'one open at a time'),
})

/** What the ledger takes of such data. */
export function ofAction({ region, due, unit, key, ...fields }: z.infer<typeof ACTION_DATA>): Told {
  return { region, key, due: { do: due }, is: { unit }, fields }
}
