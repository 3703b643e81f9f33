import type { StreamName } from '../../words/stream.ts'
import type { Reason } from './attentionList.ts'

/** Of what each reason is computed: while one of its streams is late, a row is of then (T5). */
export const REASON_STREAMS: Readonly<Record<Reason, readonly StreamName[]>> = {
  'sos': ['patrol'],
  'incident-I': ['incident'],
  'incident-II': ['incident'],
  'overdue': ['incident'],
  'nobody': ['grid-status', 'patrol'],
  'returned': ['incident'],
  'no-signal': ['grid-status', 'patrol'],
  'repeat': ['incident'],
}

/** What is grave and open: its row keeps its colour, however late its stream is. */
const GRAVE: ReadonlySet<Reason> = new Set(['sos', 'incident-I', 'incident-II'])

/** What follows from silence alone: while a stream is late it says nothing of the grid. */
const FROM_SILENCE: ReadonlySet<Reason> = new Set(['nobody', 'no-signal'])

/** T5, T20: how a row is to be read while a stream that feeds it is late. */
export function readingOf(reason: Reason, isLate: boolean): 'now' | 'of-then' | 'grave-of-then' | 'unknown' {
  if (!isLate)
    return 'now'
  return GRAVE.has(reason) ? 'grave-of-then' : FROM_SILENCE.has(reason) ? 'unknown' : 'of-then'
}
