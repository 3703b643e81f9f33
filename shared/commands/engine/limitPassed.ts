import type { Incident } from '../../families/incident/Incident.ts'
import type { Level } from '../../words/level.ts'
import type { EpochMs } from '../../words/time/time.ts'
import type { Decision } from './Decision.ts'
import type { EngineFacts } from './EngineFacts.ts'
import { dueAt } from '../../families/incident/dueAt.ts'
import { LEVELS } from '../../words/level.ts'
import { isWorkedOn } from './isWorkedOn.ts'

/**
 * At its limit a matter goes up, to the next level at which somebody is on duty, or it waits for the next shift there, as
 * the district has set. At the top nothing happens.
 */
export function limitPassed(incident: Incident, facts: EngineFacts, now: EpochMs): Decision[] {
  const above = LEVELS.slice(LEVELS.indexOf(incident.level) + 1)
  if (above.length === 0 || !isWorkedOn(incident) || (incident.clock === 'intake' && facts.rules.intake === 'call'))
    return []
  const due = dueAt(incident, facts.limits)
  if (due === Infinity)
    return []
  const { to, at } = destination(above, facts, facts.grids[incident.grid]!, Math.max(due, now))
  const passed = above.slice(0, above.indexOf(to))
  return [{
    kind: 'escalated',
    // Who waits for a shift waits from now on; who need not was due at the limit.
    at: at > Math.max(due, now) ? at : due,
    event: { type: 'incident.escalated', data: { to, reason: 'limit-passed', ...(passed.length > 0 && { passed }) } },
  }]
}

function destination(above: readonly Level[], { rules, roster }: EngineFacts, grid: string, at: EpochMs): { to: Level; at: EpochMs } {
  const open = above.map(level => ({ to: level, at: roster.onDutyFrom(level, grid, at) })).filter(each => each.at < Infinity)
  const [next] = open
  // Nobody is ever on duty anywhere above: it goes up all the same, where it can be seen.
  if (!next)
    return { to: above[0]!, at }
  if (rules.withoutDuty === 'wait')
    return next
  return open.reduce((soonest, each) => each.at < soonest.at ? each : soonest, next)
}
