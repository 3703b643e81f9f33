import type { Level } from '../../words/level.ts'
import type { Indicator } from '../Indicator.ts'
import { LEVELS } from '../../words/level.ts'
import { openCounts } from '../open/openCounts.ts'
import { inWindow } from './settled.ts'

export interface LevelRow {
  level: Level
  closed: number
  /** Share of what was closed that was settled at this level or below, 0–1; undefined if nothing was. */
  cumulative: number | undefined
  open: number
  /** Matters that came up to this level from below; 0 at the grid. */
  movedUp: number
}

/**
 * 化解在哪一级, grid first. Formula: matters closed by the level that settled them, cumulated; matters escalated to the level;
 * matters open at it. Window: the running hour and the 23 before it, open at this moment. Source: stream `incident`.
 */
export const settledByLevel: Indicator<'settledByLevel', LevelRow[]> = {
  id: 'settledByLevel',
  streams: ['incident'],
  window: 'day',
  due: 'closedOnly',
  measure(state, region, now) {
    const open = openCounts(state, region, now).byLevel
    const closed = LEVELS.map(level => inWindow(state, region, [`closed.${level}`], now))
    const all = closed.reduce((sum, each) => sum + each, 0)
    return LEVELS.map((level, place) => ({
      level,
      closed: closed[place]!,
      cumulative: all > 0 ? closed.slice(0, place + 1).reduce((sum, each) => sum + each, 0) / all : undefined,
      open: open[level],
      movedUp: level === 'grid' ? 0 : inWindow(state, region, [`escalated.${level}`], now),
    }))
  },
  figures: rows => [{ word: 'sum', value: rows.reduce((sum, { closed }) => sum + closed, 0) }],
  list: { kind: 'table', table: 'levels' },
}
