import type { Level } from '../words/level.ts'
import { LEVELS } from '../words/level.ts'

/** The level above one; undefined at the top. */
export function levelAbove(level: Level): Level | undefined {
  return LEVELS[LEVELS.indexOf(level) + 1]
}
