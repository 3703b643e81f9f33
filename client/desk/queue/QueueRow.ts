import type { Stage } from '../../../shared/domain/stages.ts'
import type { Incident } from '../../../shared/families/incident/Incident.ts'
import type { RunningClock } from '../../../shared/families/incident/reading/clocksOf.ts'
import type { State } from '../../../shared/state/State.ts'
import type { Category, Subcategory } from '../../../shared/words/category/category.ts'
import type { Level } from '../../../shared/words/level.ts'
import type { Severity } from '../../../shared/words/severity.ts'
import type { DeskView } from './deskAddress.ts'
import { isCalling, isEnded } from '../../../shared/domain/stages.ts'
import { clocksOf } from '../../../shared/families/incident/reading/clocksOf.ts'
import { reportDue } from '../../../shared/families/incident/reading/reportDue.ts'
import { isGrave, SEVERITIES } from '../../../shared/words/severity.ts'
import { isUnowned } from '../../../shared/families/incident/reading/isUnowned.ts'

/** One open matter in the queue: a copy, for the state changes in place. Times are epoch ms. */
export interface QueueRow {
  id: string
  /** When the clock ends that ends first (M7); Infinity while none runs. */
  due: number
  /** When that clock began. */
  from: number
  /** Every clock that runs, that one first. */
  clocks: readonly RunningClock[]
  /** Grave, and nobody has signed for it: such rows stand above all others. */
  unsigned: boolean
  severity: Severity
  category: Category
  subcategory: Subcategory | undefined
  title: string | undefined
  address: string | undefined
  place: { lng: number; lat: number } | undefined
  /** Code of its grid. */
  grid: string
  level: Level
  stage: Stage
  returns: number
  /** Unit, or id of a seat or person; empty while it is in nobody's hands. */
  holder: string
  card: 'yellow' | 'red' | undefined
  supervised: boolean
  whistled: boolean
  /** Units were called and none leads. */
  unled: boolean
  /** 无主: nobody has it. */
  unowned: boolean
  reportedAt: number
  /** When its next upward report is due; Infinity where none is. */
  reportDue: number
  /** Who moved it last: a seat, person or unit. */
  actor: string | undefined
}

/** The row of a matter; undefined for one that is ended or unknown. */
export function queueRow(incident: Incident | undefined, { basis, limits }: Pick<State, 'basis' | 'limits'>): QueueRow | undefined {
  if (!incident || isEnded(incident.stage))
    return undefined
  const { id, severity, category, subcategory, title, address, placeName, place, level, stage, returns, unit, assignee, card, supervised, whistledAt, led, reportedAt, actor } = incident
  const clocks = clocksOf(incident, limits)
  return {
    id,
    due: clocks[0]?.dueAt ?? Infinity,
    from: clocks[0]?.startedAt ?? 0,
    clocks,
    unsigned: isGrave(severity) && isCalling(stage),
    severity,
    category,
    subcategory,
    title,
    address: [placeName, address].filter(Boolean).join(' ') || undefined,
    place,
    grid: basis.grids[incident.grid]!,
    level,
    stage,
    returns,
    holder: isUndispatched(stage) ? '' : unit ?? assignee ?? '',
    card,
    supervised,
    whistled: whistledAt > 0,
    unled: whistledAt > 0 && !led,
    unowned: isUnowned(incident),
    reportedAt,
    reportDue: reportDue(incident, basis.rules)?.dueAt ?? Infinity,
    actor,
  }
}

/** Whether a matter waits to be sent to somebody. */
export function isUndispatched(stage: Stage): boolean {
  return stage === 'reported' || stage === 'accepted' || stage === 'reopened'
}

/** Whether a view holds a row. @param seat id of the seat that looks */
export function isInView(view: DeskView, row: QueueRow, seat: string): boolean {
  switch (view) {
    case 'due': return true
    case 'undispatched': return isUndispatched(row.stage)
    case 'unowned': return row.unowned
    case 'returned': return row.stage === 'returned'
    case 'supervised': return row.supervised
    case 'reports': return row.reportDue < Infinity
    case 'mine': return row.holder === seat || row.actor === seat
  }
}

/** What is grave and unsigned stands above the rest; then what ends first, at the same moment the graver one. No two rows are equal. */
export function compareRows(a: QueueRow, b: QueueRow): number {
  return Number(b.unsigned) - Number(a.unsigned)
    || (a.due === b.due ? 0 : a.due - b.due)
    || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
    || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
