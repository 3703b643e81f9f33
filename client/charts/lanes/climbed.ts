import type { LaneIncident } from '../../../shared/indicators/open/laneIncidents.ts'
import type { Level } from '../../../shared/words/level.ts'
import { LEVELS } from '../../../shared/words/level.ts'

/** So many run at once; more than that nobody follows. */
const MOST = 6

/** Those that lie on a higher level than before, gravest first as they come, at most {@link MOST}. @param before level of each matter, by id */
export function climbed(before: ReadonlyMap<string, Level>, matters: readonly LaneIncident[]): LaneIncident[] {
  return matters.filter(({ id, level }) => {
    const was = before.get(id)
    return was !== undefined && LEVELS.indexOf(level) > LEVELS.indexOf(was)
  }).slice(0, MOST)
}
