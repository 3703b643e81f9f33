import type { Detail } from './day/Detail.ts'
import { HOUR, MINUTE } from './day/localDay.ts'

interface Stretch { detail: Detail; to: number }

/** Until so many ms before now a past is told in this detail, in parts of at most so many ms. */
const DETAILS: readonly { detail: Detail; before: number; part: number }[] = [
  { detail: 'rounds', before: 6 * HOUR, part: 3 * HOUR },
  { detail: 'visits', before: HOUR, part: HOUR },
  { detail: 'coarse', before: 3 * MINUTE, part: 10 * MINUTE },
  { detail: 'full', before: 0, part: 3 * MINUTE },
]

/**
 * How the next part of the past is told: what lies longer ago in short, so that a day is caught up with in seconds and
 * what was missed while the other side was away costs little.
 * @param from where it begins, epoch ms
 * @param now the simulated now, after `from`
 */
export function detailAt(from: number, now: number): Stretch {
  const { detail, before, part } = DETAILS.find(({ before }) => from < now - before)!
  return { detail, to: Math.min(from + part, now - before) }
}
