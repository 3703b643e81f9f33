import type { SimulatedEvent } from '../day/SimulatedEvent.ts'
import type { Move } from '../../../shared/domain/stageTable.ts'
import type { Standing } from './Standing.ts'
import { STAGE_TABLE } from '../../../shared/domain/stageTable.ts'
import { LEVELS } from '../../../shared/words/level.ts'

/** Where a matter stands after an event; undefined if the event is not lawful as it stands. */
export function follow(before: Standing | undefined, event: SimulatedEvent): Standing | undefined {
  if (event.type === 'incident.reported')
    return before ? undefined : { stage: 'reported', level: event.data.level ?? 'grid', version: 1 }
  if (!before)
    return undefined
  const stage = STAGE_TABLE[before.stage][moveOf(event)]
  if (stage === null)
    return undefined
  const after = { ...before, stage, version: before.version + 1 }
  switch (event.type) {
    case 'incident.escalated':
      return LEVELS.indexOf(event.data.to) > LEVELS.indexOf(before.level) ? { ...after, level: event.data.to } : undefined
    case 'incident.dispatched':
      return { ...after, level: event.data.level ?? before.level }
    case 'incident.supervised':
      return event.data.card !== undefined && (before.card === 'red' || before.card === event.data.card) ? undefined : { ...after, card: event.data.card ?? before.card }
    default:
      return after
  }
}

export function moveOf({ type }: SimulatedEvent): Move {
  return type.slice('incident.'.length) as Move
}
