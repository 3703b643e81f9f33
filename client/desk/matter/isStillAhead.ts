import type { CommandType } from '../../../shared/domain/commandTable.ts'
import type { Stage } from '../../../shared/domain/stages.ts'
import { ruleOf } from '../../../shared/domain/commandTable.ts'
import { STAGE_TABLE } from '../../../shared/domain/stageTable.ts'

/** The way that a matter goes; stages beside it stand where one goes on from them. */
const WAY: readonly Stage[] = ['reported', 'accepted', 'dispatched', 'acknowledged', 'handling', 'feedback', 'checking', 'closed', 'evaluated']
const BESIDE: Partial<Record<Stage, Stage>> = { reopened: 'reported', returned: 'accepted', parked: 'acknowledged', rework: 'handling', merged: 'evaluated', rejected: 'evaluated' }

/** Whether a command that the stage does not let through becomes lawful further on: only then may it be said after what it comes (C19). */
export function isStillAhead(command: CommandType, stage: Stage): boolean {
  const { move } = ruleOf(command)
  const at = WAY.indexOf(BESIDE[stage] ?? stage)
  const lawful = WAY.flatMap((each, place) => STAGE_TABLE[each][move] === null ? [] : [place])
  return lawful.length === 0 || lawful.some(place => place > at)
}
