import type { IncidentEvent } from '../../shared/families/incident/IncidentEvent.ts'
import type { Incident } from '../../shared/families/incident/Incident.ts'
import type { EntryId } from '../../shared/words/entryId.ts'
import type { Entry, EventLog } from '../log/EventLog.ts'
import type { MatterIndex } from '../projection/matters/MatterIndex.ts'
import type { Projection } from '../projection/Projection.ts'
import type { EntryRead } from '../read/EntryRead.ts'
import { basisWithin } from '../../shared/domain/basisWithin.ts'
import { emptyState } from '../../shared/state/emptyState.ts'
import { fold } from '../../shared/state/fold.ts'
import { Recent } from '../../shared/words/Recent.ts'
import { FIRST_ENTRY } from '../../shared/words/entryId.ts'
import { Bound } from '../log/Bound.ts'
import { nextEntryId } from '../log/nextEntryId.ts'
import { IncidentEntries } from '../projection/matters/IncidentEntries.ts'
import { IncidentSearch } from './IncidentSearch.ts'
import { newestOf } from './newestOf.ts'

/** Entries of all matters that are kept in mind, and matters; the matter heard of longest ago leaves. */
const MOST_ENTRIES = 2_000_000
const MOST_MATTERS = 50_000
/** Searches under way, or stopped half-way, that are kept. */
const MOST_SEARCHES = 20
/** Texts of one answer; what is left out is told. */
const MOST_BYTES = 2 * 1024 * 1024
const MOST_AT_ONCE = 25

interface Parts {
  log: Pick<EventLog, 'range'>
  projection: Projection
  /** Where it is not at hand a matter's entries are searched in the log. */
  matters?: Pick<MatterIndex, 'find'>
  read: (entry: Entry) => EntryRead
}

/** A stretch of a matter's history: what comes next before, or after, a position in the log; without a position the newest. */
export interface Stretch { before?: EntryId | undefined; after?: EntryId | undefined; limit: number }

export interface History {
  /** Oldest first. */
  events: IncidentEvent[]
  whole: boolean
  /** Older ones that are left out, and the position before which they stand; undefined where there are none. */
  earlier?: { count: number; before: EntryId }
  /** Newer ones that are left out, and the position after which they stand. */
  later?: { count: number; after: EntryId }
}

/** The history of each matter, read from the log; where its entries stand is noted as they are folded, or found by a search (C17). */
export class Histories {
  private readonly entries = new Map<string, IncidentEntries>()
  private readonly searches = new Recent<string, IncidentSearch>(MOST_SEARCHES)
  private readonly atOnce = new Bound(1, MOST_AT_ONCE)
  private kept = 0

  constructor(private readonly parts: Parts) {
    parts.projection.listen({
      applied: event => event.stream === 'incident' && this.note(event),
      restarted: () => {
        this.entries.clear()
        this.searches.clear()
        this.kept = 0
      },
    })
  }

  /** Its report, its newest moves and its newest comments, 300 of each; `earlier` says from where on nothing is left out. @throws LogUnavailableError */
  async newest(incident: Incident): Promise<History> {
    const known = await this.entriesOf(incident)
    return this.history(incident, known, newestOf(known), 0)
  }

  /** Every event of one stretch, comments and moves alike. @throws LogUnavailableError */
  async stretch(incident: Incident, { before, after, limit }: Stretch): Promise<History> {
    const known = await this.entriesOf(incident)
    if (after !== undefined) {
      const start = known.before(nextEntryId(after))
      return this.history(incident, known, counted(limit, known.length - start).map(i => start + i), start)
    }
    const end = before === undefined ? known.length : known.before(before)
    return this.history(incident, known, counted(limit, end).map(i => end - 1 - i), end)
  }

  /** A matter that has left the state as it ended, folded from its own history; undefined where that is not whole here. @throws LogUnavailableError */
  async left(id: string): Promise<Incident | undefined> {
    const record = this.parts.matters?.find(id)
    if (!record || record.entries.added < record.version)
      return undefined
    const { entries, grid, opened } = record
    const { basis } = this.parts.projection.state
    const alone = emptyState(basisWithin(basis, grid))
    const moves = counted(entries.length, entries.length).filter(i => !entries.isComment(i))
    for (let next = 0; next < moves.length;) {
      const read = await this.atOnce.untilItComes(most => Promise.all(moves.slice(next, next + most).map(i => this.parts.log.range('incident', entries.at(i), entries.at(i), 1))))
      next += read.length
      for (const [entry] of read) {
        const event = entry && this.eventOf(entry)
        if (event)
          fold(alone, event)
      }
    }
    const incident = alone.incident.incidents.get(id)
    // Comments change nothing but how many there are.
    return incident?.openedEntry === opened ? { ...incident, grid: basis.grids.indexOf(grid), version: record.version } : undefined
  }

  /** Reads what is wanted, most wanted first, as far as the bytes go. @param none where the answer stands if it is empty */
  private async history({ version }: Incident, known: IncidentEntries, wanted: readonly number[], none: number): Promise<History> {
    const read = new Map<number, IncidentEvent | undefined>()
    for (let bytes = 0, next = 0; next < wanted.length && bytes < MOST_BYTES;) {
      const entries = await this.atOnce.untilItComes(most => Promise.all(wanted.slice(next, next + most)
        .map(i => this.parts.log.range('incident', known.at(i), known.at(i), 1))))
      for (const [entry] of entries) {
        read.set(wanted[next++]!, entry && this.eventOf(entry))
        bytes += entry?.fields.data?.length ?? 0
      }
    }
    // The newest run without a hole; what is older is named as left out even where a move of it is told.
    const last = read.size === 0 ? none - 1 : Math.max(...read.keys())
    let first = last + 1
    while (read.has(first - 1))
      first--
    const told = [...read].sort(([a], [b]) => a - b)
    const earlier = first - told.filter(([i]) => i < first).length
    const later = known.length - 1 - last + Math.max(0, version - known.added)
    const events = told.flatMap(([, event]) => event ?? [])
    return {
      events,
      whole: events.length >= version,
      ...(earlier > 0 && { earlier: { count: earlier, before: first < known.length ? known.at(first) : nextEntryId(known.at(first - 1)) } }),
      ...(later > 0 && { later: { count: later, after: last >= 0 ? known.at(last) : FIRST_ENTRY } }),
    }
  }

  private async entriesOf(incident: Incident): Promise<IncidentEntries> {
    const { id, version, openedEntry } = incident
    const known = this.entries.get(id)
    if (known && known.added >= version)
      return known
    const indexed = this.parts.matters?.find(id)
    if (indexed?.opened === openedEntry && indexed.entries.added >= version)
      return indexed.entries
    const search = this.searches.get(id) ?? new IncidentSearch(incident, this.parts.projection.state.basis, this.parts.log, entry => this.eventOf(entry))
    this.searches.set(id, search)
    await search.advance(version)
    // What was folded meanwhile has been noted apart; once nothing is missing it is noted here.
    if (this.searches.get(id) === search && search.found.added >= incident.version) {
      this.searches.delete(id)
      this.keep(id, search.found)
    }
    return search.found
  }

  private note({ subject, entry, type }: IncidentEvent): void {
    // An id that is used again names another matter (F13).
    const isNew = type === 'incident.reported'
    if (isNew)
      this.searches.delete(subject)
    const known = isNew ? undefined : this.entries.get(subject)
    this.forget(subject)
    const now = known ?? new IncidentEntries()
    now.add(type, entry)
    this.keep(subject, now)
  }

  private keep(id: string, entries: IncidentEntries): void {
    this.forget(id)
    this.entries.set(id, entries)
    this.kept += entries.length
    while (this.entries.size > MOST_MATTERS || (this.kept > MOST_ENTRIES && this.entries.size > 1))
      this.forget(this.entries.keys().next().value!)
  }

  private forget(id: string): void {
    this.kept -= this.entries.get(id)?.length ?? 0
    this.entries.delete(id)
  }

  private eventOf(entry: Entry): IncidentEvent | undefined {
    const read = this.parts.read(entry)
    return read.outcome === 'event' && read.event.stream === 'incident' ? read.event : undefined
  }
}

/** 0, 1, 2 … */
function counted(limit: number, most: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(limit, most)) }, (_, i) => i)
}
