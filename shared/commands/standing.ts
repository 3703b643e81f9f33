import type { Actor } from '../domain/duty/Actor.ts'
import type { CommandType } from '../domain/commandTable.ts'
import type { Incident } from '../families/incident/Incident.ts'
import type { CommandRefusal } from './CommandRefusal.ts'
import { LEVELS } from '../words/level.ts'
import { levelAbove } from './levelAbove.ts'

type Reason = (incident: Incident, actor: Actor) => CommandRefusal | undefined

/** What keeps a command from going through as the matter stands, whatever it carries; beside stage, role and place. */
export const STANDING: Partial<Record<CommandType, Reason>> = {
  dispatch: ({ stage, ruling }, { role }) => stage === 'returned' && ruling === undefined && role !== 'dutyLead'
    ? { reason: 'not-ruled', may: ['dutyLead'], message: 'The return has not been ruled on; the duty lead rules first, or sends it.' }
    : undefined,
  escalate: ({ level, ...rest }) => isParked(rest) ?? (levelAbove(level) === undefined
    ? { reason: 'no-such-level', message: 'It is at the top; there is no level above.' }
    : undefined),
  sendDown: ({ level, ...rest }) => isParked(rest) ?? (level === LEVELS[0]
    ? { reason: 'no-such-level', message: `It is at level ${level}; there is none below.` }
    : undefined),
  acknowledge: ({ signed }, { id }) => signed?.some(({ by }) => by === id)
    ? { reason: 'nothing-changes', message: 'You have signed for it already.' }
    : undefined,
  reveal: ({ reporter }) => reporter === undefined || Object.keys(reporter).length === 0
    ? { reason: 'no-such-target', message: 'Its caller left neither name nor number.' }
    : undefined,
  rule: ({ ruling }) => ruling !== undefined
    ? { reason: 'nothing-changes', message: `The return was ruled on already: ${ruling}.` }
    : undefined,
  close: ({ dispatchedAt }, { role }) => role === 'gridWorker' && dispatchedAt > 0
    ? { reason: 'not-allowed', may: ['dutyOfficer', 'dutyLead', 'gridLeader'], message: 'It was sent to somebody: the grid leader or the desk closes it after the check.' }
    : undefined,
  arrive({ units = [] }) {
    if (units.length === 0)
      return { reason: 'not-called', message: 'No unit was called; whistle first.' }
    return units.every(({ at }) => at > 0)
      ? { reason: 'nothing-changes', at: Math.max(...units.map(({ at }) => at)), message: 'Every unit that was called has arrived already.' }
      : undefined
  },
  lead({ unit, leadUnit, units = [] }) {
    const could = [...unit === undefined ? [] : [unit], ...units.map(each => each.unit)]
    if (could.length === 0)
      return { reason: 'not-called', message: 'No unit holds it or was called that could lead; whistle first.' }
    return could.every(each => each === leadUnit)
      ? { reason: 'nothing-changes', message: 'The one unit that could lead leads already.' }
      : undefined
  },
  reportUpward: ({ reportKind }) => reportKind === 'final'
    ? { reason: 'chain-ended', message: 'The final report has been sent.' }
    : undefined,
  receiveReport({ reports, reportReceived }) {
    if (reports === 0)
      return { reason: 'no-such-target', message: 'So far no report was sent.' }
    return reports <= reportReceived ? { reason: 'nothing-changes', message: 'Every report was received already.' } : undefined
  },
}

/** Its limit stands still by somebody's word: to another level it goes once it was resumed. */
function isParked({ stage, parkedFor, parkedUntil }: Pick<Incident, 'stage' | 'parkedFor' | 'parkedUntil'>): CommandRefusal | undefined {
  if (stage !== 'parked')
    return undefined
  const until = parkedUntil > 0 ? ` until ${new Date(parkedUntil).toISOString()}` : ''
  return { reason: 'parked', ...(parkedUntil > 0 && { at: parkedUntil }), message: `It is parked${parkedFor === undefined ? '' : ` (${parkedFor})`}${until}; resume it first, then send it to another level.` }
}
