import type { EntryId } from '../../../shared/words/entryId.ts'

/**
 * An entry's key in LMDB: `ms * 2048 + serial`, one number that orders as ids do.
 * Exact until the year 2109; a millisecond that is full borrows from the next.
 */
export type Position = number

const SERIALS = 2048
const LARGEST_MS = Math.floor(Number.MAX_SAFE_INTEGER / SERIALS) - 1

/** Position for the next entry: the clock's millisecond, or just behind `last` if the clock stands or stepped back. */
export function nextPosition(last: Position, now: number): Position {
  return Math.max(last + 1, Math.floor(now) * SERIALS)
}

export function entryIdAt(position: Position): EntryId {
  const ms = Math.floor(position / SERIALS)
  return `${ms}-${position - ms * SERIALS}`
}

/** The last position that is not after `id`; ids may come from elsewhere and hold larger serials than ours. */
export function positionUpTo(id: EntryId): Position {
  const [ms, serial] = parts(id)
  return ms * SERIALS + Math.min(serial, SERIALS - 1)
}

/** The first position that is not before `id`. */
export function positionFrom(id: EntryId): Position {
  const [ms, serial] = parts(id)
  return ms * SERIALS + Math.min(serial, SERIALS)
}

function parts(id: EntryId): [ms: number, serial: number] {
  const dash = id.indexOf('-')
  return [Math.min(Number(id.slice(0, dash)), LARGEST_MS), Number(id.slice(dash + 1))]
}
