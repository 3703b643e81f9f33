import type { Category } from '../../words/category/category.ts'
import type { Level } from '../../words/level.ts'
import type { Severity } from '../../words/severity.ts'
import type { Supervision } from './supervision.ts'

/** Which number's matters are asked for; each kind is one count that a screen shows. */
export type IncidentFilter =
  /** Open at this moment; all, or those at a level or of a severity. */
  | { of: 'open'; level?: Level; severity?: Severity }
  /** Open and past the running limit; or within half an hour of it. */
  | { of: 'overdue' | 'dueSoon' }
  /** Reported today, of a category or in a local hour (0–23). */
  | { of: 'reported'; category?: Category; hour?: number }
  /** Reported in the last 24 hours. */
  | { of: 'reportedDay' }
  /** Open, and supervised: under an order, a red or a yellow card; all, or those whose gravest is this one. */
  | { of: 'supervised'; by?: Supervision }
  /** Open, and past its limit or supervised; all, or those that lie on a level. */
  | { of: 'stuck'; level?: Level }
  /** Open and of severity I or II. */
  | { of: 'grave' }
  /** Closed in the last 24 hours, at one of these levels (absent: any), in time. */
  | { of: 'closed'; levels?: readonly Level[]; onTime?: true }
  /** Went up to a level in the last 24 hours. */
  | { of: 'escalated'; level: Level }
  /** Changed stage or level in the last hour. */
  | { of: 'moved' }
