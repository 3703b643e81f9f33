import type { Stage } from '../../domain/stages.ts'
import type { Incident } from '../../families/incident/Incident.ts'
import type { RunningClock } from '../../families/incident/reading/clocksOf.ts'
import type { State } from '../../state/State.ts'
import type { Category, Subcategory } from '../../words/category/category.ts'
import type { Level } from '../../words/level.ts'
import type { Severity } from '../../words/severity.ts'
import { clocksOf } from '../../families/incident/reading/clocksOf.ts'
import { entryMs } from '../../words/entryId.ts'

/** What may be said of one matter on any screen: no free text, no person, no place finer than its grid. Times are epoch ms. */
export interface ShownIncident extends Pick<Incident, 'id' | 'channel' | 'reportedAt' | 'stageAt' | 'returns' | 'escalations' | 'escalatedAt' | 'supervised'> {
  /** Code of its grid. */
  grid: string
  severity: Severity
  category: Category
  subcategory?: Subcategory | undefined
  level: Level
  stage: Stage
  /** Every clock that runs for it, the next one first (M7); none of one that has ended or is parked. */
  clocks: readonly RunningClock[]
  /** When the next one ends; Infinity while none runs. */
  dueAt: number
  /** 0 while it is not closed. */
  closedAt: number
  settledLevel?: Level | undefined
  onTime?: boolean | undefined
  card?: 'yellow' | 'red' | undefined
}

/** A copy of what is known now: the state changes in place. */
export function shownIncident(incident: Incident, { basis, limits }: Pick<State, 'basis' | 'limits'>): ShownIncident {
  const { id, channel, reportedAt, stageAt, returns, escalations, escalatedAt, supervised, severity, category, subcategory, level, stage, settledLevel, onTime, card } = incident
  const clocks = clocksOf(incident, limits)
  return {
    id,
    channel,
    reportedAt,
    stageAt,
    returns,
    escalations,
    escalatedAt,
    supervised,
    grid: basis.grids[incident.grid]!,
    severity,
    category,
    subcategory,
    level,
    stage,
    clocks,
    dueAt: clocks[0]?.dueAt ?? Infinity,
    closedAt: closedAt(incident),
    settledLevel,
    onTime,
    card,
  }
}

/** When it was closed, epoch ms; 0 if it is not. Once evaluated, the time at which its closing reached the log is what is known. */
export function closedAt({ stage, stageAt, settledLevel, endedEntry }: Incident): number {
  if (settledLevel === undefined || endedEntry === undefined)
    return 0
  return stage === 'closed' ? stageAt : entryMs(endedEntry)
}
