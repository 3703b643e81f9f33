import type { Stage } from '../../domain/stages.ts'
import type { DataOf } from '../../events/eventTypes.ts'
import type { Category, Subcategory } from '../../words/category.ts'
import type { EntryId } from '../../words/entryId.ts'
import type { Level } from '../../words/level.ts'
import type { Severity } from '../../words/severity.ts'

/** One matter as folded so far. Times are epoch ms by the events' own clocks. */
export interface Incident {
  id: string
  /** Index of its grid. */
  grid: number
  category: Category
  subcategory?: Subcategory
  severity: Severity
  channel: DataOf<'incident.reported'>['channel']
  place?: { lng: number; lat: number }
  level: Level
  stage: Stage
  /** Which limit runs, and since when: law of clocks, from dispatch and not from sign-for. */
  clock: 'intake' | 'settle'
  clockAt: number
  reportedAt: number
  stageAt: number
  /** Added to the running limit by extensions, ms. */
  extendedMs: number
  /** Parked so far in the running limit, ms; `parkedAt` is 0 unless it is parked now. */
  parkedMs: number
  parkedAt: number
  returns: number
  escalations: number
  comments: number
  supervised: boolean
  card?: 'yellow' | 'red'
  /** Set when it ended: entry that ended it, level that settled it, whether in time. */
  endedEntry?: EntryId
  settledLevel?: Level
  onTime?: boolean
  satisfied?: boolean
  mergedInto?: string
  /** Number of events that made it what it is. */
  version: number

  /** What only the desk sees. */
  title?: string
  description?: string
  address?: string
  reporter?: { name?: string; phone?: string }
  unit?: string
  assignee?: string
}
