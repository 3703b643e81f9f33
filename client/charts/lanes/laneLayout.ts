import type { Level } from '../../../shared/words/level.ts'
import { LEVELS } from '../../../shared/words/level.ts'

export interface Lane {
  level: Level
  /** px from the top of the drawing. */
  top: number
  height: number
}

export interface LaneLayout {
  /** Banner on top. */
  lanes: readonly Lane[]
  /** Where the lanes begin, where the limit is, where the overdue zone ends; px from the left. */
  left: number
  limit: number
  end: number
}

/** Height of what stands above the lanes and of the band between two, wall px. */
const AXIS = 28
const BAND = 32

/** Names and limits on the left; settled and cumulated on the right; wall px. */
const SIDES = { left: 186, right: 284 }
const OVERDUE = 100

/** Share of the height that each lane has: most matters are at the lowest levels. */
const HEIGHTS: Record<Level, number> = { banner: 0.2, town: 0.215, community: 0.255, grid: 0.33 }

/** Where the lanes of the ladder stand. @param text factor for what is wide because of its text */
export function laneLayout(width: number, height: number, { scale, text }: { scale: number; text: number }): LaneLayout {
  const room = Math.max(0, height - (AXIS + 3 * BAND) * scale)
  let top = AXIS * scale
  const lanes = [...LEVELS].reverse().map((level) => {
    const lane = { level, top, height: room * HEIGHTS[level] }
    top += lane.height + BAND * scale
    return lane
  })
  const left = SIDES.left * scale * text
  const end = Math.max(left, width - SIDES.right * scale * text)
  return { lanes, left, limit: Math.max(left, end - OVERDUE * scale), end }
}
