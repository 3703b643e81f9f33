import type { LogPosition } from '../../shared/protocol/LogPosition.ts'
import type { RefetchReason } from '../../shared/protocol/refetch.ts'
import { covers, fromCursor } from '../../shared/protocol/LogPosition.ts'

export type Verdict =
  | { verdict: 'resumed'; from: LogPosition }
  | { verdict: 'refetch'; because: RefetchReason }

interface Asked {
  cursor?: string | undefined
  fold?: string | undefined
}

interface Here {
  position: LogPosition
  fold: string
  /** Whether the ring still holds every event after a position. */
  reaches: (position: LogPosition) => boolean
}

/** P4, P5: whether a client goes on from what it has, or why it must fetch the state anew. */
export function resumeVerdict({ cursor, fold }: Asked, here: Here): Verdict {
  if (fold !== undefined && fold !== here.fold)
    return refetch('other-fold')
  if (cursor === undefined)
    return refetch('none')
  const from = fromCursor(cursor)
  if (from?.epoch !== here.position.epoch)
    return refetch('other-epoch')
  if (!covers(here.position, from))
    return refetch('ahead')
  return here.reaches(from) ? { verdict: 'resumed', from } : refetch('too-old')
}

/** A cut shorter than this resumes whatever it costs: one round trip less. */
const SHORT_CUT_MS = 10_000

interface Missed {
  bytes: number
  /** Since when the client misses events, ms. */
  forMs: number
  /** Size of the scope's state as it would be sent; undefined while it has not been asked for. */
  stateBytes: number | undefined
  /** Bound of one frame. */
  most: number
}

/** Of what the ring would send and the state, the smaller in bytes wins; a short cut resumes in any case. */
export function ringWins({ bytes, forMs, stateBytes, most }: Missed): boolean {
  return bytes <= most && (forMs <= SHORT_CUT_MS || stateBytes === undefined || bytes <= stateBytes)
}

function refetch(because: RefetchReason): Verdict {
  return { verdict: 'refetch', because }
}
