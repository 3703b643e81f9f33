import type { Stage } from '../../../shared/domain/stages.ts'
import type { Incident } from '../../../shared/families/incident/Incident.ts'
import type { State } from '../../../shared/state/State.ts'
import type { Category, Subcategory } from '../../../shared/words/category/category.ts'
import type { Level } from '../../../shared/words/level.ts'
import type { Severity } from '../../../shared/words/severity.ts'
import type { DeskView } from './deskAddress.ts'
import { isEnded } from '../../../shared/domain/stages.ts'
import { dueAt } from '../../../shared/families/incident/dueAt.ts'
import { SEVERITIES } from '../../../shared/words/severity.ts'

/** One open matter in the queue: a copy, for the state changes in place. Times are epoch ms. */
export interface QueueRow {
  id: string
  /** When its running limit ends; Infinity while none runs. */
  due: number
  /** When that limit began. */
  from: number
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
  reportedAt: number
  /** Who moved it last: a seat, person or unit. */
  actor: string | undefined
}

/** The row of a matter; undefined for one that is ended or unknown. */
export function queueRow(incident: Incident | undefined, { basis, limits }: Pick<State, 'basis' | 'limits'>): QueueRow | undefined {
  if (!incident || isEnded(incident.stage))
    return undefined
  const { id, severity, category, subcategory, title, address, place, level, stage, returns, unit, assignee, card, supervised, whistledAt, led, reportedAt, actor } = incident
  return {
    id,
    due: dueAt(incident, limits),
    from: incident.clockAt,
    severity,
    category,
    subcategory,
    title,
    address,
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
    reportedAt,
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
    case 'unled': return row.unled
    case 'returned': return row.stage === 'returned'
    case 'supervised': return row.supervised
    case 'mine': return row.holder === seat || row.actor === seat
  }
}

/** What ends first stands first; at the same moment the graver one. No two rows are equal. */
export function compareRows(a: QueueRow, b: QueueRow): number {
  return (a.due === b.due ? 0 : a.due - b.due)
    || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
    || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
