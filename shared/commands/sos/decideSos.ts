import type { DutyRoster } from '../../domain/duty/DutyRoster.ts'
import type { SosCall } from '../../families/patrol/SosCall.ts'
import type { State } from '../../state/State.ts'
import type { DataOf } from '../../state/eventTypes.ts'
import type { CommandRefusal } from '../CommandRefusal.ts'
import type { SosCommand } from './SosCommand.ts'

type SosType = 'patrol.sos-signed' | 'patrol.sos-passed-on' | 'patrol.sos-ended'

/** The event that follows from a command about a call for help. */
export type SosEvent = { [T in SosType]: { type: T; data: DataOf<T> } }[SosType]

/** What follows from a seat's command about a call for help as it stands, or why not, with who was first and when (C40). Pure. */
export function decideSos({ patrol, basis }: Pick<State, 'patrol' | 'basis'>, command: SosCommand, roster: Pick<DutyRoster, 'secondSeat' | 'leadSeat'>): SosEvent | CommandRefusal {
  const call = patrol.calls.get(command.sos)
  if (!call)
    return { reason: 'unknown-incident', path: 'sos', message: 'No such call for help is known.' }
  if (call.stage === 'ended' || (call.stage === 'signed' && command.act !== 'end'))
    return first(call)
  const data = { grid: basis.grids[call.grid]!, ...(command.note !== undefined && { note: command.note }) }
  if (command.act === 'sign')
    return { type: 'patrol.sos-signed', data }
  if (command.act === 'end')
    return { type: 'patrol.sos-ended', data: { ...data, outcome: command.outcome } }
  const seat = command.to === 'lead' ? roster.leadSeat : roster.secondSeat
  return seat === undefined
    ? { reason: 'no-such-target', path: 'to', message: 'The duty shift has no such seat.' }
    : { type: 'patrol.sos-passed-on', data: { ...data, to: command.to, seat } }
}

function first({ stage, signedBy, signedAt, endedBy, endedAt, entry }: SosCall): CommandRefusal {
  const [by, at] = stage === 'ended' ? [endedBy, endedAt] : [signedBy, signedAt]
  return {
    reason: 'nothing-changes',
    version: entry,
    ...(by !== undefined && { by }),
    at,
    move: stage,
    message: `${by ?? 'Somebody'} ${stage === 'ended' ? 'ended it' : 'signed for it'} at ${new Date(at).toISOString()}.`,
  }
}
