/** Between two rounds of frames, ms: a screen draws text at most ten times a second, and each frame costs its reader about half a millisecond. */
const SHORTEST_MS = 25
/** Nothing waits longer than this for its frame, ms. */
const LONGEST_MS = 100
/** Sending may take one tenth of the time. */
const REST = 9
const SMOOTHING = 0.2
/** A round that something else held up (another process, a collection) counts as at most so many usual ones, but never less than this many ms. */
const MOST_ROUNDS = 1.5
const LEAST_MS = 1

/** Pace of frames by what they cost (P10). Times are monotonic milliseconds. */
export interface Pace {
  /** Smoothed cost of sending one round of frames, ms. */
  cost: number
  /** When the last round ended. */
  sentAt: number
}

/** Milliseconds until the next round may go: none after quiet, at most 100. */
export function waitMs({ cost, sentAt }: Pace, now: number): number {
  const gap = Math.min(Math.max(cost * REST, SHORTEST_MS), LONGEST_MS)
  return Math.max(0, Math.min(sentAt + gap - now, LONGEST_MS))
}

export function paced(pace: Pace, began: number, ended: number): Pace {
  const cost = Math.min(ended - began, Math.max(pace.cost * MOST_ROUNDS, LEAST_MS))
  return { cost: pace.cost + SMOOTHING * (cost - pace.cost), sentAt: ended }
}

/** Milliseconds until those who come back meanwhile may be served, after it took so long to serve the ones before (P10). */
export function restMs(tookMs: number): number {
  return Math.min(tookMs * REST, LONGEST_MS)
}

/** Positions are sent apart from the events, and each of those who moved makes the next ones wait so long: about 125 a second. */
const POSITION_MS = 8
const POSITIONS_LEAST_MS = 200
const POSITIONS_MOST_MS = 1000

/** Milliseconds between two sends of positions while so many moved (P11). */
export function positionsGapMs(moved: number): number {
  return Math.min(POSITIONS_MOST_MS, Math.max(POSITIONS_LEAST_MS, moved * POSITION_MS))
}
