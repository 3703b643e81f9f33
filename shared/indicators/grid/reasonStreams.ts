import type { StreamName } from '../../words/stream.ts'
import type { Reason } from './attentionList.ts'

/** Of what each reason is computed: while one of its streams is late, a row is of then (T5). */
export const REASON_STREAMS: Readonly<Record<Reason, readonly StreamName[]>> = {
  'sos': ['patrol'],
  'incident-I': ['incident'],
  'incident-II': ['incident'],
  'overdue': ['incident'],
  'absent': ['grid-status', 'patrol'],
  'returned': ['incident'],
  'no-signal': ['grid-status', 'patrol'],
  'repeat': ['incident'],
}

/**
 * What is left of a reason while its stream is late: grave and open keeps its colour, however late; what follows from silence alone says
 * nothing of the grid; all else is of then.
 */
const WHILE_LATE: Readonly<Record<Reason, 'of-then' | 'grave-of-then' | 'unknown'>> = {
  'sos': 'grave-of-then',
  'incident-I': 'grave-of-then',
  'incident-II': 'grave-of-then',
  'overdue': 'of-then',
  'absent': 'unknown',
  'returned': 'of-then',
  'no-signal': 'unknown',
  'repeat': 'of-then',
}

/** T5, T20: how a row is to be read while a stream that feeds it is late. */
export function readingOf(reason: Reason, isLate: boolean): 'now' | 'of-then' | 'grave-of-then' | 'unknown' {
  return isLate ? WHILE_LATE[reason] : 'now'
}
