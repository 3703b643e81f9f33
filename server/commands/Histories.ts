import type { IncidentEvent } from '../../shared/state/event.ts'
import type { Incident } from '../../shared/families/incident/Incident.ts'
import type { EntryId } from '../../shared/words/entryId.ts'
import type { Entry, EventLog } from '../log/EventLog.ts'
import type { Projection } from '../projection/Projection.ts'
import type { EntryRead } from '../read/EntryRead.ts'
import { basisWithin } from '../../shared/domain/basisWithin.ts'
import { emptyState } from '../../shared/state/emptyState.ts'
import { fold } from '../../shared/state/fold.ts'
import { KeptMoves } from './KeptMoves.ts'

/** Matters that are kept in mind; the one heard of longest ago leaves. */
const MOST_MATTERS = 50_000
/** How far the log is searched for a matter that was known before this server started. */
const MOST_SEARCHED = 200_000
const PAGE = 2000
/** A report may be dated so much ahead of its entry. */
const AHEAD_MS = 600_000

interface Parts {
  log: Pick<EventLog, 'range'>
  projection: Projection
  read: (entry: Entry) => EntryRead
}

export interface History {
  /** Oldest first. */
  events: IncidentEvent[]
  whole: boolean
}

/** The history of one matter, read from the log, moves before comments; where its entries stand is noted as they are folded. */
export class Histories {
  private readonly entries = new Map<string, KeptMoves<EntryId>>()

  constructor(private readonly parts: Parts) {
    parts.projection.listen({
      applied: event => event.stream === 'incident' && this.note(event),
      restarted: () => this.entries.clear(),
    })
  }

  /** @throws LogUnavailableError */
  async of(incident: Incident): Promise<History> {
    const known = this.entries.get(incident.id)
    const events = known && known.count >= incident.version ? await this.get(known.items) : await this.search(incident)
    return { events, whole: events.length >= incident.version }
  }

  private note({ subject, entry, type }: IncidentEvent): void {
    // An id that is used again names another matter (F13).
    const known = type === 'incident.reported' ? new KeptMoves<EntryId>() : this.entries.get(subject) ?? new KeptMoves<EntryId>()
    known.add(type, entry)
    this.entries.delete(subject)
    this.entries.set(subject, known)
    if (this.entries.size > MOST_MATTERS)
      this.entries.delete(this.entries.keys().next().value!)
  }

  private async get(entries: readonly EntryId[]): Promise<IncidentEvent[]> {
    const pages = await Promise.all(entries.map(id => this.parts.log.range('incident', id, id, 1)))
    return pages.flat().flatMap(entry => this.eventOf(entry) ?? [])
  }

  /** From its report on, until all of its events are found; folded once more, so that what was refused then is left out. */
  private async search({ id, grid, reportedAt, version }: Incident): Promise<IncidentEvent[]> {
    const { basis } = this.parts.projection.state
    const alone = emptyState(basisWithin(basis, basis.grids[grid]!))
    let found = new KeptMoves<IncidentEvent>()
    let from = `${Math.max(0, reportedAt - AHEAD_MS)}-0`
    for (let searched = 0; searched < MOST_SEARCHED && found.count < version;) {
      const page = await this.parts.log.range('incident', from, '9999999999999-0', PAGE)
      for (const entry of page) {
        const event = entry.fields.subject === id ? this.eventOf(entry) : undefined
        if (!event || fold(alone, event).outcome !== 'applied')
          continue
        if (event.type === 'incident.reported')
          found = new KeptMoves()
        found.add(event.type, event)
      }
      searched += page.length
      if (page.length < PAGE)
        break
      from = after(page[page.length - 1]!.id)
    }
    return found.items
  }

  private eventOf(entry: Entry): IncidentEvent | undefined {
    const read = this.parts.read(entry)
    return read.outcome === 'event' && read.event.stream === 'incident' ? read.event : undefined
  }
}

function after(id: EntryId): EntryId {
  const dash = id.indexOf('-')
  return `${id.slice(0, dash)}-${BigInt(id.slice(dash + 1)) + 1n}`
}
