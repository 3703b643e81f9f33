import type { Stage } from '../domain/stages.ts'
import type { State } from '../projection/State.ts'
import type { Category, Subcategory } from '../words/category.ts'
import type { Post } from '../words/post.ts'
import type { Severity } from '../words/severity.ts'
import type { DistrictFacts } from './DistrictFacts.ts'
import type { GridCover } from './onDutyCover.ts'
import { dueAt } from '../projection/incident/dueAt.ts'
import { SEVERITIES } from '../words/severity.ts'
import { openIncidents } from './openIncidents.ts'
import { coverByGrid } from './onDutyCover.ts'

export interface OpenMatter {
  id: string
  severity: Severity
  category: Category
  subcategory?: Subcategory | undefined
  stage: Stage
  /** Epoch ms; Infinity while no limit runs. */
  dueAt: number
}

export interface GridSummary {
  code: string
  cover: GridCover
  onDuty: Partial<Record<Post, number>>
  /** Gravest first, then by due time. */
  open: OpenMatter[]
  /** Newest visit, epoch ms; 0 for never. */
  visitAt: number
  households: number
  residents: number
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
  const open = [...openIncidents(state, code)]
    .map(each => ({ id: each.id, severity: each.severity, category: each.category, subcategory: each.subcategory, stage: each.stage, dueAt: dueAt(each, state.limits) }))
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || compare(a.dueAt, b.dueAt))
  return {
    code,
    cover: coverByGrid(state, now, facts)[grid]!,
    onDuty,
    open,
    visitAt: state.patrol.visitAt[grid]!,
    households: status.counted?.households ?? properties.households,
    residents: status.counted?.residents ?? properties.residents,
    mode: status.mode,
    risk: status.risk,
  }
}

/** Infinity minus Infinity is no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b
}
