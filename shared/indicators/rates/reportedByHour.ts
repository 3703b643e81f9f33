import type { Indicator } from '../Indicator.ts'
import { CATEGORIES } from '../../words/category/category.ts'
import { todayOf } from './today.ts'
import { untilSameTime } from './untilSameTime.ts'

export interface ReportedByHour {
  /** Running hour, 0–23. */
  running: number
  /** 24 counts; hours to come are undefined. */
  today: (number | undefined)[]
  yesterday: number[]
  /** Sum of `today`. */
  todaySoFar: number
  /** Yesterday until the same time of day. */
  yesterdaySameTime: number
}

/**
 * 各时段新发. Formula: matters reported, by local hour of their own time. Window: local midnight until now, against the whole
 * day before; `yesterdaySameTime` takes of the running hour the share that has passed. Source: stream `incident`, counters.
 */
export const reportedByHour: Indicator<'reportedByHour', ReportedByHour> = {
  id: 'reportedByHour',
  streams: ['incident'],
  hours: true,
  window: 'today',
  due: 'counted',
  measure(state, region, now) {
    const today = todayOf(now, state.basis.zoneMs)
    const count = (hour: number) => state.incident.hours.sum(region, 'reported', hour, hour)
    const hours = Array.from({ length: 24 }, (_, hour) => hour)
    return {
      running: today.running,
      today: hours.map(hour => hour <= today.running ? count(today.first + hour) : undefined),
      yesterday: hours.map(hour => count(today.first - 24 + hour)),
      todaySoFar: state.incident.hours.sum(region, 'reported', today.first, today.first + today.running),
      yesterdaySameTime: untilSameTime(state, region, CATEGORIES.map(each => `reported.${each}` as const), today).reduce((sum, each) => sum + each, 0),
    }
  },
  figures: ({ todaySoFar, today, running }) => [{ word: 'sum', value: todaySoFar }, { word: 'hour', value: today[running] ?? 0 }],
  list: { kind: 'table', table: 'hours' },
}
