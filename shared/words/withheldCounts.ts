import { SPECIAL_GROUPS } from './specialGroup.ts'

/** Stands for a count that is too small to show: of so few somebody would be known. */
const WITHHELD = -1

const LEAST_SHOWN = 5

/** Counts of special groups as a screen sees them: known groups alone, and below five −1. Doing it twice changes nothing. */
export function withheldCounts(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(SPECIAL_GROUPS.flatMap((group) => {
    const count = counts[group]
    return count === undefined ? [] : [[group, count < LEAST_SHOWN ? WITHHELD : count]]
  }))
}
