import type { Stage } from '../../domain/stages.ts'
import type { Incident } from '../../families/incident/Incident.ts'
import type { State } from '../../state/State.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import { isWithin } from '../../words/regionCode.ts'

export interface Happening {
  /** Id of the matter. */
  id: string
  /** Epoch ms. */
  at: number
  /** What became of it last: the stage it came to, or that it went up. */
  what: Stage | 'escalated'
  incident: Incident
}

export interface JustHappened {
  /** Newest first. */
  newest: Happening[]
  /** Matters that moved in the last hour. */
  lastHour: number
}

/**
 * 刚刚发生. Formula: matters by the time of their last change of stage or level. Window: the newest `most`; one hour for the
 * count. Source: stream `incident` as folded, so that a screen that has just opened shows the same as one that watched.
 */
export function justHappened(state: State, region: RegionCode, now: number, most: number): JustHappened {
  const newest: Happening[] = []
  let lastHour = 0
  for (const incident of state.incident.incidents.values()) {
    if (!isWithin(state.basis.grids[incident.grid]!, region))
      continue
    const happening = lastChange(incident)
    if (happening.at > now - 3_600_000)
      lastHour++
    if (newest.length < most || happening.at > newest[newest.length - 1]!.at) {
      newest.push(happening)
      newest.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
      newest.length = Math.min(newest.length, most)
    }
  }
  return { newest, lastHour }
}

/** What became of a matter last. */
export function lastChange(incident: Incident): Happening {
  const { id, stage, stageAt, escalatedAt } = incident
  // Where going up changed the stage too, both have one time, and going up is what happened.
  const wentUp = escalatedAt > 0 && escalatedAt >= stageAt
  return { id, at: Math.max(stageAt, escalatedAt), what: wentUp ? 'escalated' : stage, incident }
}
