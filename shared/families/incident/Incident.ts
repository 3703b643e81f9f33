import type { Move } from '../../domain/stageTable.ts'
import type { Stage } from '../../domain/stages.ts'
import type { IncidentData } from './IncidentEvent.ts'
import type { Category, Subcategory } from '../../words/category/category.ts'
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
  channel: IncidentData<'incident.reported'>['channel']
  place?: { lng: number; lat: number }
  level: Level
  stage: Stage
  /** Which limit runs, and since when: law of clocks, from dispatch and not from sign-for. */
  clock: 'intake' | 'settle'
  clockAt: number
  reportedAt: number
  stageAt: number
  /** Since when it has this severity, and since when it is at this level. */
  severityAt: number
  levelAt: number
  /** When what was done was told last; 0 before. */
  feedbackAt: number
  /** Added to the running limit by extensions, ms of its kind of time. */
  extendedMs: number
  /** Parked so far in the running limit, ms of its kind of time; `parkedAt` is 0 unless it is parked now. */
  parkedMs: number
  parkedAt: number
  /** Where it was when it was parked, and where when it was merged and since when; so that it goes on there. */
  parkedFrom?: Stage
  mergedFrom?: Stage
  mergedFromAt: number
  /** When the running limit began without what was merged into it. */
  ownClockAt: number
  /** When the warning threshold of the running limit passed, and of the one for sign-for; 0 for not yet. */
  warnedAt: number
  callWarnedAt: number
  /** Since when the one who is called now has been called (from dispatch, or since the call was passed on); 0 before. */
  calledAt: number
  /** Parked so far since then, ms of the kind of time of the limit for sign-for. */
  callParkedMs: number
  /** How often the call was passed on since the last dispatch, and to whom last. */
  calls: number
  calledTo?: IncidentData<'incident.call-passed'>['to']
  /** When it was last sent to somebody: start of the limit for sign-for; 0 before. */
  dispatchedAt: number
  returns: number
  /** Returns that were overruled, and the ruling on the last one; absent until it is ruled on. */
  overruled: number
  ruling?: 'upheld' | 'overruled'
  reworks: number
  reopens: number
  escalations: number
  /** When it last went up a level; 0 for never. */
  escalatedAt: number
  /** When a limit of it first passed while it was in hand; 0 for never. Reopening forgets it. */
  breachedAt: number
  descents: number
  comments: number
  supervised: boolean
  /** When it was last supervised, and the date that the order set; 0 for none. */
  supervisedAt: number
  supervisedDue: number
  card?: 'yellow' | 'red'
  /** When the card was shown; 0 for never. */
  cardAt: number
  /** Units were called 吹哨 at this moment (0 for never), so many have arrived, and whether one of them leads. */
  whistledAt: number
  arrived: number
  led: boolean
  /** Chain of upward reports 值班信息报送: last number sent and its kind, last number received, when it was first told by telephone and in writing (0 for not yet). */
  reports: number
  reportKind?: IncidentData<'incident.report-sent'>['kind']
  reportReceived: number
  /** When the last report was sent. */
  reportAt: number
  phonedAt: number
  writtenAt: number
  /** Matters that were merged into this one. */
  duplicates: number
  attached: number
  parkedUntil: number
  /** Set when it ended: entry that ended it, level that settled it, whether in time. */
  endedEntry?: EntryId
  settledLevel?: Level
  onTime?: boolean
  satisfied?: boolean
  mergedInto?: string
  /** Entry that reported it: what it is known by in a digest, since every audience has it. */
  openedEntry: EntryId
  /** Number of events that made it what it is. */
  version: number
  /** The last happening that others who act on it must have seen (so not what is only said of it): its entry, kind and own time. */
  entry: EntryId
  move: Move | 'reported'
  movedAt: number

  /** What only the desk sees. */
  title?: string
  description?: string
  address?: string
  /** Id and name of the building that was chosen. */
  building?: string
  placeName?: string
  reporter?: { name?: string; phone?: string; email?: string }
  /** Who signed for it since it was sent last, for whom and on whose word where that is another, at most {@link UNITS_KEPT}. */
  signed?: { by: string; at: number; for?: string; word?: string }[]
  /** Who was shown the caller's contact last, when, and how often it was. */
  revealed?: { by?: string; at: number; times: number }
  /** Who returned it last. */
  returner?: string
  unit?: string
  assignee?: string
  /** Who did that. */
  actor?: string
  parkedFor?: IncidentData<'incident.parked'>['reason']
  parkedBy?: string
  /** How often each unit has returned it, at most {@link UNITS_KEPT}. */
  returnedBy?: { unit: string; times: number }[]
  /** Units that were called, at most {@link UNITS_KEPT}; `at` is 0 until one has arrived. */
  units?: { unit: string; at: number }[]
  leadUnit?: string
  ticked?: string[]
  attachments?: { id: string; mediaType: IncidentData<'incident.attached'>['mediaType']; bytes: number }[]
}

export const UNITS_KEPT = 20
export const TICKS_KEPT = 40
export const ATTACHMENTS_KEPT = 20
