import type { Incident } from '../../../families/incident/Incident.ts'
import type { State } from '../../../state/State.ts'
import { z } from 'zod'
import { defineCommand } from '../../defineCommand.ts'
import { note } from '../../fields.ts'
import { isOneClock } from '../../isOneClock.ts'

/**
 * 拆开: what was merged is a matter of its own again, at the stage and with the clocks that it had; the other one gets back the start that it
 * would have without it. Both must still be kept.
 */
export const unmerge = defineCommand({
  data: z.strictObject({ note }),
  decide(incident, data, { state }) {
    const target = incident.mergedInto === undefined ? undefined : state.incident.incidents.get(incident.mergedInto)
    if (!target)
      return { reason: 'no-such-target', message: `The matter into which it was merged has left; this one stays merged into ${incident.mergedInto}.` }
    const since = startWithout(state, incident, target)
    return [
      { type: 'incident.unmerged', data },
      { type: 'incident.parted', subject: target.id, data: { from: incident.id, ...(since !== target.clockAt && { since: new Date(since).toISOString() }) } },
    ]
  },
})

/** When the running limit of a matter began without one of those that were merged into it: its own start, or the earliest of the others. */
function startWithout({ incident: { incidents } }: State, one: Incident, target: Incident): number {
  let start = target.ownClockAt
  for (const other of incidents.values()) {
    if (other !== one && other.mergedInto === target.id && other.stage === 'merged' && other.stageAt >= target.ownClockAt && isOneClock(other, target))
      start = Math.min(start, other.clockAt)
  }
  return start
}
