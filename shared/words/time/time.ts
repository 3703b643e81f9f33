import { quickEpoch } from './quickEpoch.ts'

const PATTERN = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/

/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number

/** Epoch milliseconds of an RFC 3339 time with offset; NaN for anything else. */
export function epochOf(text: string): EpochMs {
  return quickEpoch(text) ?? (PATTERN.test(text) && isOfCalendar(text) ? Date.parse(text) : Number.NaN)
}

/** `Date.parse` takes 30 February for 2 March. */
function isOfCalendar(text: string): boolean {
  // The day before the first of the next month; years below 100 are meant as they stand.
  const last = new Date(new Date(0).setUTCFullYear(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0))
  return Number(text.slice(8, 10)) <= last.getUTCDate()
}
