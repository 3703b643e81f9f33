import type { Measure } from '../../shared/indicators/grid/measure.ts'
import { MEASURES } from '../../shared/indicators/grid/measure.ts'

/** Ids of the numbers that a screen shows, in the order in which they are read; each has one definition. */
export const TERMS = [
  'inGrid',
  'inCommunity',
  'onTime',
  'open',
  'overdue',
  'dueSoon',
  'onDuty',
  'nobody',
  'noSignal',
  'reported',
  'sameTime',
  'category',
  'closedAtLevel',
  'cumulative',
  'movedUp',
  'attention',
  'towns',
  'moved',
  'reportedDay',
  'closedDay',
  'supervised',
  'lanes',
  'sentDown',
  'gravest',
  'inWhoseHands',
  'hotPlaces',
  'levelTimes',
  ...MEASURES.map(measure => `measure-${measure}` as const),
  'latency',
  'streamAge',
  'digest',
] as const satisfies readonly string[]

export type Term = Exclude<(typeof TERMS)[number], `measure-${string}`> | `measure-${Measure}`
