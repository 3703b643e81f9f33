import type { Folded } from '../../kernel/Folded.ts'
import type { PatrolEvent } from './PatrolEvent.ts'
import type { PatrolGround } from './PatrolGround.ts'
import type { SosFacts } from './SosCall.ts'
import { epochOf } from '../../words/time/time.ts'
import { changeCall } from './changeCall.ts'

export type CallTold = Extract<PatrolEvent, { type: `patrol.sos-${string}` }>

/** What is told of a call for help: signed for, called on by the engine, passed on by somebody, ended. A grid outside the state counts as nowhere. */
export function foldCall(ground: PatrolGround, event: CallTold): Folded {
  const grid = ground.index.grid(event.data.grid)
  const call = ground.patrol.calls.get(event.subject)
  if (grid >= 0 && call?.grid !== grid)
    return { outcome: 'rejected', refusal: { reason: 'unlawful', path: 'subject', message: 'No such call for help is known in this grid.' } }
  if (grid >= 0 && call) {
    if (call.stage === 'ended' || (call.stage === 'signed' && event.type !== 'patrol.sos-ended'))
      return { outcome: 'rejected', refusal: { reason: 'unlawful', path: 'type', message: `It is ${call.stage}; ${event.type} does not follow.` } }
    changeCall(ground, call, { entry: event.entry, ...changeOf(event, call.calls) })
  }
  return { outcome: 'applied', touched: { stream: 'patrol', grids: grid < 0 ? [] : [grid], hours: false } }
}

function changeOf(event: CallTold, calls: number): Partial<SosFacts> {
  const at = epochOf(event.time)
  const by = event.actor
  switch (event.type) {
    case 'patrol.sos-signed': return { stage: 'signed', signedAt: at, ...(by !== undefined && { signedBy: by }) }
    case 'patrol.sos-ended': return { stage: 'ended', endedAt: at, outcome: event.data.outcome, ...(by !== undefined && { endedBy: by }) }
    default: return { calledAt: at, calls: calls + 1, calledTo: event.data.to, ...(event.data.seat !== undefined && { seat: event.data.seat }) }
  }
}
