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

/** What grave matters need of a lane, each its line of words, and what is left above and below; wall px. */
const GRAVE = { each: 27, around: 24 }

/** A lane that gives keeps the two lines of its name; wall px. */
const LEAST = 58

/**
 * Where the lanes of the ladder stand: a lane with many grave matters grows, so that each has a line for its name.
 * @param text factor for what is wide because of its text
 * @param grave how many grave matters lie in each lane
 */
export function laneLayout(width: number, height: number, { scale, text }: { scale: number; text: number }, grave: Readonly<Partial<Record<Level, number>>> = {}): LaneLayout {
  const room = Math.max(0, height - (AXIS + 3 * BAND) * scale)
  let top = AXIS * scale
  const heights = grown(room, scale, grave)
  const lanes = [...LEVELS].reverse().map((level) => {
    const lane = { level, top, height: heights[level] }
    top += lane.height + BAND * scale
    return lane
  })
  const left = SIDES.left * scale * text
  const end = Math.max(left, width - SIDES.right * scale * text)
  return { lanes, left, limit: Math.max(left, end - OVERDUE * scale), end }
}

/** What the grown ones take, the others give in the measure of what they can spare. */
function grown(room: number, scale: number, grave: Readonly<Partial<Record<Level, number>>>): Record<Level, number> {
  const own = (level: Level) => room * HEIGHTS[level]
  const needs = (level: Level) => grave[level] ? (grave[level] * GRAVE.each + GRAVE.around) * scale : 0
  const wants = (level: Level) => Math.max(0, needs(level) - own(level))
  const spare = (level: Level) => wants(level) > 0 ? 0 : Math.max(0, own(level) - Math.max(LEAST * scale, needs(level)))
  const wanted = LEVELS.reduce((sum, level) => sum + wants(level), 0)
  const spared = LEVELS.reduce((sum, level) => sum + spare(level), 0)
  const moved = Math.min(wanted, spared)
  const share = (part: number, whole: number) => whole > 0 ? part / whole * moved : 0
  return Object.fromEntries(LEVELS.map(level => [level, own(level) + share(wants(level), wanted) - share(spare(level), spared)])) as Record<Level, number>
}
