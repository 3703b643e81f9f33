import type { Category, Subcategory } from '../../words/category/category.ts'
import type { Indicator } from '../Indicator.ts'
import { ENDED_KEPT_MS } from '../../families/incident/IncidentSlice.ts'
import { isEnded } from '../../domain/stages.ts'
import { isWithin } from '../../words/regionCode.ts'

export interface HotPlace {
  /** Code of the grid. */
  grid: string
  category: Category
  subcategory: Subcategory
  /** How often it was reported there, and how many of these are open. */
  count: number
  open: number
}

/** So many of one kind in one place are a repeat. */
const REPEATS = 2

/**
 * 热点: the same kind of matter again and again in one grid, most first. Formula: matters of one subcategory reported in one grid,
 * two or more. Window: the last 48 hours, as long as matters that have ended are kept. Source: stream `incident`; no place finer
 * than a grid is on a screen.
 */
export const hotPlaces: Indicator<'hotPlaces', HotPlace[]> = {
  id: 'hotPlaces',
  streams: ['incident'],
  window: 'twoDays',
  due: 'counted',
  measure({ incident, basis }, region, now) {
    const places = new Map<string, HotPlace>()
    for (const { grid: place, category, subcategory, reportedAt, stage } of incident.incidents.values()) {
      const grid = basis.grids[place]!
      if (!subcategory || reportedAt <= now - ENDED_KEPT_MS || !isWithin(grid, region))
        continue
      const key = grid + subcategory
      const before = places.get(key)
      places.set(key, { grid, category, subcategory, count: (before?.count ?? 0) + 1, open: (before?.open ?? 0) + (isEnded(stage) ? 0 : 1) })
    }
    return [...places.values()]
      .filter(({ count }) => count >= REPEATS)
      .sort((a, b) => b.count - a.count || b.open - a.open || (a.grid + a.subcategory < b.grid + b.subcategory ? -1 : 1))
  },
  figures: places => [{ word: 'count', value: places.length }],
}
