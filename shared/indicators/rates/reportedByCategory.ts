import type { Category } from '../../words/category/category.ts'
import type { Indicator } from '../Indicator.ts'
import { CATEGORIES } from '../../words/category/category.ts'
import { todayOf } from './today.ts'
import { untilSameTime } from './untilSameTime.ts'

/** More by this share, and by at least this many, is said aloud. */
const GREW = { share: 0.3, matters: 5 }

export interface CategoryCount {
  category: Category
  today: number
  /** Yesterday until the same time of day. */
  yesterday: number
  grew: boolean
}

/**
 * 事项类别, most first. Formula: matters reported by category; `grew` where today is above yesterday by 30 % and 5 matters.
 * Window: local midnight until now, against yesterday until the same time. Source: stream `incident`, counters by hour.
 */
export const reportedByCategory: Indicator<'reportedByCategory', CategoryCount[]> = {
  id: 'reportedByCategory',
  streams: ['incident'],
  hours: true,
  window: 'todayByNow',
  due: 'counted',
  measure(state, region, now) {
    const today = todayOf(now, state.basis.zoneMs)
    const before = untilSameTime(state, region, CATEGORIES.map(each => `reported.${each}` as const), today)
    return CATEGORIES
      .map((category, place) => {
        const count = state.incident.hours.sum(region, `reported.${category}`, today.first, today.first + today.running)
        const yesterday = before[place]!
        return { category, today: count, yesterday, grew: count - yesterday >= GREW.matters && count >= yesterday * (1 + GREW.share) }
      })
      .sort((a, b) => b.today - a.today)
  },
  figures: rows => [{ word: 'count', value: rows.reduce((sum, { today }) => sum + today, 0) }],
  list: { kind: 'table', table: 'categories' },
}
