import type { Incident } from '../families/incident/Incident.ts'
import type { CommandRefusal } from './CommandRefusal.ts'
import type { CommandFacts } from './defineCommand.ts'
import { presenceOf } from '../state/presenceOf.ts'
import { regionAt } from '../words/regionCode.ts'

interface Named { unit?: string | undefined; units?: readonly string[]; assignee?: string | undefined }

/** Why a unit or person cannot hold a matter or be called to it (C23): nobody of the data set, of another grid, or off shift. Undefined where all can. */
export function whyNotHolder(incident: Incident, { unit, units = unit === undefined ? [] : [unit], assignee }: Named, { state, holders, now }: Pick<CommandFacts, 'state' | 'holders' | 'now'>): CommandRefusal | undefined {
  const stranger = units.find(each => !holders.isUnit(each))
  if (stranger !== undefined)
    return { reason: 'no-such-holder', path: unit === undefined ? 'data.units' : 'data.unit', message: `“${stranger}” is no unit of this district; choose one of those it lists.` }
  if (assignee === undefined)
    return undefined
  const path = 'data.assignee'
  const person = holders.person(assignee)
  if (!person)
    return { reason: 'no-such-holder', path, message: `${assignee} is nobody of the staff.` }
  const grid = state.basis.grids[incident.grid]!
  const isNear = person.grid === grid || (regionAt(person.grid, 'community') === regionAt(grid, 'community') && (person.post === 'gridLeader' || person.post === 'gridWorker'))
  if (!isNear)
    return { reason: 'not-of-grid', path, message: `${assignee} belongs to grid ${person.grid}; send somebody of this grid or, of the leaders and full-time workers, of its community.` }
  const { presence, nextAt } = presenceOf(state, person, now)
  if (presence === 'off')
    return { reason: 'off-shift', path, ...(nextAt !== undefined && nextAt < Infinity && { at: nextAt }), message: `${assignee} is off shift${nextAt !== undefined && nextAt < Infinity ? ` until ${new Date(nextAt).toISOString()}` : ''}; send somebody who is on.` }
  return undefined
}
