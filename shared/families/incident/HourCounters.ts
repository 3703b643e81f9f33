import type { GridIndex } from '../../kernel/GridIndex.ts'
import { CATEGORIES } from '../../words/category/category.ts'
import { LEVELS } from '../../words/level.ts'
import { Counters } from '../../kernel/counters/Counters.ts'

/** Counters of an hour, in this order in every row. */
const COLUMNS = [
  'reported',
  ...CATEGORIES.map(category => `reported.${category}` as const),
  ...LEVELS.map(level => `closed.${level}` as const),
  'closedOnTime',
  ...LEVELS.map(level => `escalated.${level}` as const),
  'returned',
  'dispatched',
  'feedback',
  'rework',
  'reopened',
  'merged',
  'evaluated',
  'satisfied',
] as const

export type Column = (typeof COLUMNS)[number]

/** Hours kept of each region. */
const HOURS_KEPT = 72

/** How many of what happened in each hour (law 4). */
export type HourCounters = Counters<Column>

export function hourCounters(index: GridIndex): HourCounters {
  return new Counters(index, COLUMNS, HOURS_KEPT)
}
