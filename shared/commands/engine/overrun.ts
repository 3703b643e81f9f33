import type { Incident } from '../../families/incident/Incident.ts'
import type { EpochMs } from '../../words/time/time.ts'
import type { Decision } from './Decision.ts'
import type { EngineFacts } from './EngineFacts.ts'
import { dueAt } from '../../families/incident/dueAt.ts'
import { isWorkedOn } from './isWorkedOn.ts'

/**
 * Yellow card, red card and supervision order 督办, each once, when a matter in hand has overrun by the set share of its
 * running limit. It overruns from the first limit that passed on, whatever level it has gone up to since.
 */
export function overrun(incident: Incident, { rules: { cards }, limits }: EngineFacts, now: EpochMs): Decision[] {
  const { severity, level, clock, breachedAt, extendedMs, parkedMs, card, supervisedDue } = incident
  if (clock !== 'settle' || !isWorkedOn(incident))
    return []
  const since = breachedAt || dueAt(incident, limits)
  const extra = breachedAt ? extendedMs + parkedMs : 0
  if (since === Infinity)
    return []
  const after = (share: number) => limits.shareAt(severity, level, clock, since, share, extra)
  const decisions: Decision[] = []
  if (cards.yellow !== null && card === undefined)
    decisions.push({ kind: 'yellow', at: after(cards.yellow), event: { type: 'incident.supervised', data: { card: 'yellow', reason: 'limit-passed', by: 'engine' } } })
  if (cards.red !== null && card !== 'red')
    decisions.push({ kind: 'red', at: after(cards.red), event: { type: 'incident.supervised', data: { card: 'red', reason: 'limit-passed', by: 'engine' } } })
  const at = cards.order === null || supervisedDue > 0 ? Infinity : after(cards.order)
  if (at < Infinity) {
    const due = new Date(limits.shareAt(severity, level, clock, Math.max(at, now), cards.orderWithin)).toISOString()
    decisions.push({ kind: 'order', at, event: { type: 'incident.supervised', data: { due, reason: 'limit-passed', by: 'engine' } } })
  }
  return decisions
}
