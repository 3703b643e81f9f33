import type { EntryId } from '../words/entryId.ts'
import type { StreamName } from '../words/stream.ts'
import type { Cursor } from './cursor.ts'
import { compareEntryIds, FIRST_ENTRY } from '../words/entryId.ts'
import { byStream } from '../words/byStream.ts'
import { STREAMS } from '../words/stream.ts'

/** P1: a cursor taken apart: epoch of the log and the last entry seen of each stream. As text `epoch~incident~patrol~grid-status`. */
export interface LogPosition {
  epoch: string
  last: Record<StreamName, EntryId>
}

const ENTRY = /^\d{1,16}-\d{1,16}$/

export function toCursor({ epoch, last }: LogPosition): Cursor {
  return [epoch, ...STREAMS.map(stream => last[stream])].join('~')
}

/** Undefined for what is no cursor of this build. */
export function fromCursor(text: string): LogPosition | undefined {
  const [epoch, ...entries] = text.split('~')
  if (!epoch || entries.length !== STREAMS.length || !entries.every(entry => ENTRY.test(entry)))
    return undefined
  return { epoch, last: Object.fromEntries(STREAMS.map((stream, index) => [stream, entries[index]!])) as LogPosition['last'] }
}

/** Before everything of an epoch. */
export function startOf(epoch: string): LogPosition {
  return { epoch, last: byStream(() => FIRST_ENTRY) }
}

/** Whether `a` has seen at least what `b` has, in every stream. */
export function covers(a: LogPosition, b: LogPosition): boolean {
  return STREAMS.every(stream => compareEntryIds(a.last[stream], b.last[stream]) >= 0)
}
