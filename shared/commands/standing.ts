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
  escalate: ({ level }) => levelAbove(level) === undefined
    ? { reason: 'no-such-level', message: 'It is at the top; there is no level above.' }
    : undefined,
  sendDown: ({ level }) => level === LEVELS[0]
    ? { reason: 'no-such-level', message: `It is at level ${level}; there is none below.` }
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
