import type { Incident } from '../../../shared/families/incident/Incident.ts'
import type { EntryId } from '../../../shared/words/entryId.ts'
import type { GridCode } from '../../../shared/words/regionCode.ts'
import type { EpochMs } from '../../../shared/words/time/time.ts'
import type { IncidentEntries } from './IncidentEntries.ts'

/** Of a long description so much is searched. */
const EXCERPT_MOST = 120

/** What is kept of a matter so that it is found long after it has left the state. The caller stands in it masked, and as keyed hashes (A27). */
export interface MatterRecord extends Pick<Incident, 'id' | 'category' | 'subcategory' | 'severity' | 'level' | 'channel' | 'stage' | 'version' | 'satisfied' | 'mergedInto' | 'title' | 'address' | 'building' | 'placeName'> {
  grid: GridCode
  reportedAt: EpochMs
  /** When it ended; 0 while it is open. */
  endedAt: EpochMs
  /** Entry that reported it: unlike its id, no other matter ever has it. */
  opened: EntryId
  /** Version that others who act on it must have seen. */
  entry: EntryId
  excerpt?: string
  caller?: { name?: string; phone?: string }
  callers: readonly string[]
  /** Where everything that happened to it stands in the log. */
  entries: IncidentEntries
}

interface Beside {
  grid: GridCode
  callers: readonly string[]
  caller?: { name?: string; phone?: string } | undefined
  entries: IncidentEntries
}

/** The record of a matter as it stands. */
export function recordOf({ id, category, subcategory, severity, level, channel, stage, version, satisfied, mergedInto, title, address, building, placeName, reportedAt, stageAt, openedEntry, entry, endedEntry, description }: Incident, { grid, callers, caller, entries }: Beside): MatterRecord {
  return {
    id,
    category,
    ...(subcategory && { subcategory }),
    severity,
    level,
    channel,
    stage,
    version,
    ...(satisfied !== undefined && { satisfied }),
    ...(mergedInto !== undefined && { mergedInto }),
    ...(title !== undefined && { title }),
    ...(address !== undefined && { address }),
    ...(building !== undefined && { building }),
    ...(placeName !== undefined && { placeName }),
    ...(description !== undefined && { excerpt: description.slice(0, EXCERPT_MOST) }),
    grid,
    reportedAt,
    endedAt: endedEntry === undefined ? 0 : stageAt,
    opened: openedEntry,
    entry,
    ...(caller && { caller }),
    callers,
    entries,
  }
}
