import type { LimitTable } from '../../domain/LimitTable.ts'
import type { EngineRules } from '../../domain/district/engineRules.ts'
import type { DutyRoster } from '../../domain/duty/DutyRoster.ts'
import type { GridCode } from '../../words/regionCode.ts'

/** What a decision rests on beside the matter itself. */
export interface EngineFacts {
  rules: EngineRules
  limits: LimitTable
  roster: DutyRoster
  /** Code of a grid by its index. */
  grids: readonly GridCode[]
}
