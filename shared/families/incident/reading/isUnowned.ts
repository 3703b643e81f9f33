import type { Incident } from '../Incident.ts'
import { isEnded } from '../../../domain/stages.ts'

/** 无主: an open matter that the desk has taken on and that no unit or person has; what is new still lies with the desk itself (U2). It means this wherever it is said. */
export function isUnowned({ stage, unit, assignee }: Pick<Incident, 'stage' | 'unit' | 'assignee'>): boolean {
  if (isEnded(stage) || stage === 'reported' || stage === 'reopened')
    return false
  return stage === 'returned' || (unit === undefined && assignee === undefined)
}
