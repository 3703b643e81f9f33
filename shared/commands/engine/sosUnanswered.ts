import type { SosCall } from '../../families/patrol/SosCall.ts'
import type { DataOf } from '../../state/eventTypes.ts'
import type { EpochMs } from '../../words/time/time.ts'
import type { EngineFacts } from './EngineFacts.ts'
import { SOS_OPEN_MS } from '../../domain/sosOpenMs.ts'
import { sosSignBy } from '../../families/patrol/sosSignBy.ts'

/** That a call for help goes on of itself, and when. */
export interface SosDecision { at: EpochMs; data: DataOf<'patrol.sos-called'> }

/**
 * Nobody has signed for a call for help in the time for it: it goes to the second seat of the duty shift, then to the lead, each with the same time; there
 * it stays, as a matter of severity I does. Undefined where nothing falls due. Pure.
 */
export function sosUnanswered(call: SosCall, { rules, limits, roster, grids }: EngineFacts, now: EpochMs): SosDecision | undefined {
  const at = sosSignBy(call, limits)
  if (!rules.on || at === Infinity || call.calledTo === 'lead' || now - call.againAt > SOS_OPEN_MS)
    return undefined
  const second = call.calledTo === undefined ? roster.secondSeat : undefined
  const seat = second ?? roster.leadSeat
  return { at, data: { grid: grids[call.grid]!, to: second === undefined ? 'lead' : 'next-on-duty', ...(seat !== undefined && { seat }) } }
}
