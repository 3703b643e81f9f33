import type { State } from '../../state/State.ts'
import type { SpecialGroup } from '../../words/specialGroup.ts'
import type { Post } from '../../words/post.ts'
import type { DistrictFacts } from './DistrictFacts.ts'
import type { ShownIncident } from '../open/ShownIncident.ts'
import type { GridCover } from '../cover/onDutyCover.ts'
import { SPECIAL_GROUPS } from '../../words/specialGroup.ts'
import { incidentsBehind } from '../open/incidentsBehind.ts'
import { coverByGrid } from '../cover/onDutyCover.ts'

export interface GridSummary {
  code: string
  cover: GridCover
  onDuty: Partial<Record<Post, number>>
  /** Gravest first, then by due time. */
  open: ShownIncident[]
  /** Newest visit, epoch ms; 0 for never. */
  visitAt: number
  households: number
  residents: number
  /** Special groups as last counted; −1 where the count is withheld. */
  special: { group: SpecialGroup; count: number }[]
  mode: 'opened' | 'controlled' | 'closed'
  risk: 'low' | 'medium' | 'high'
}

/**
 * What is to be known of one grid. Formula: counts of those on duty by post, open matters by severity and due time, newest
 * visit, population as last counted or as the data set has it. Window: this moment. Source: all three streams.
 * @returns undefined for a code that is not of this state
 */
export function gridSummary(state: State, code: string, now: number, facts: DistrictFacts): GridSummary | undefined {
  const grid = state.index.grid(code)
  const properties = facts.grids.find(each => each.properties.code === code)?.properties
  if (grid < 0 || !properties)
    return undefined
  const status = state.gridStatus[grid]!
  const onDuty: Partial<Record<Post, number>> = {}
  for (const { post } of status.onDuty.values())
    onDuty[post] = (onDuty[post] ?? 0) + 1
  return {
    code,
    cover: coverByGrid(state, now, facts)[grid]!,
    onDuty,
    open: incidentsBehind(state, code, now, facts, { of: 'open' }).rows,
    visitAt: state.patrol.visitAt[grid]!,
    households: status.counted?.households ?? properties.households,
    residents: status.counted?.residents ?? properties.residents,
    special: SPECIAL_GROUPS.flatMap(group => status.special?.[group] === undefined ? [] : [{ group, count: status.special[group] }]),
    mode: status.mode,
    risk: status.risk,
  }
}
