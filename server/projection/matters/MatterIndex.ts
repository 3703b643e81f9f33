import type { IncidentEvent } from '../../../shared/families/incident/IncidentEvent.ts'
import type { Incident } from '../../../shared/families/incident/Incident.ts'
import type { EntryId } from '../../../shared/words/entryId.ts'
import type { EpochMs } from '../../../shared/words/time/time.ts'
import type { Aliases } from '../../Aliases.ts'
import type { Projection } from '../Projection.ts'
import type { MatterRecord } from './MatterRecord.ts'
import { isEnded } from '../../../shared/domain/stages.ts'
import { masked } from '../../../shared/words/contact.ts'
import { compareEntryIds } from '../../../shared/words/entryId.ts'
import { callerHashes } from './callerHashes.ts'
import { IncidentEntries } from './IncidentEntries.ts'
import { recordOf } from './MatterRecord.ts'

/** Matters kept in mind, open and ended: two years of a large county. The one that was reported first leaves, unless it is open. */
const MOST_MATTERS = 300_000

/**
 * Every matter that the log and its archive know, as it was folded: what is asked for here costs no reading of the log (C28). It is kept with the
 * checkpoints ({@link putMatters}).
 */
export class MatterIndex {
  /** By id and the entry that reported it, oldest first: an id may be used again. */
  private readonly records = new Map<string, MatterRecord>()
  private readonly newestOf = new Map<string, MatterRecord>()
  /** What was reported before is not all here any more; 0 where everything is. */
  private lostUntil: EpochMs = 0
  /** What became of a state that was left must not be loaded into the next one. */
  private turn = 0

  constructor(private readonly projection: Projection, private readonly aliases: Pick<Aliases, 'hash'>, private readonly most = MOST_MATTERS) {
    this.takeState()
    projection.listen({
      applied: (event, touched) => event.stream === 'incident' && touched.incident !== undefined && this.take(event, touched.incident),
      restarted: () => {
        this.turn++
        this.records.clear()
        this.newestOf.clear()
        this.lostUntil = 0
        this.takeState()
      },
    })
  }

  get size(): number {
    return this.records.size
  }

  /** Everything that was reported later is here, epoch ms; 0: all that the log knows. */
  get since(): EpochMs {
    return this.lostUntil
  }

  /** The one that has an id now, or had it last. */
  find(id: string): MatterRecord | undefined {
    return this.newestOf.get(id)
  }

  /** Newest first. */
  newest(): MatterRecord[] {
    return [...this.records.values()].reverse()
  }

  /** In the order in which they were reported, as it is now. */
  all(): readonly MatterRecord[] {
    return [...this.records.values()]
  }

  /** Something is missing that was reported before a moment. */
  lack(until: EpochMs): void {
    this.lostUntil = Math.max(this.lostUntil, until)
  }

  /** Which state it is of: what is being loaded for another one comes too late. */
  get turns(): number {
    return this.turn
  }

  /** Takes in what was kept: what was taken since is newer. */
  load(kept: readonly MatterRecord[], upTo: EntryId): void {
    const newer = new Map(this.records)
    this.records.clear()
    for (const record of kept) {
      if (compareEntryIds(record.opened, upTo) > 0)
        continue
      record.entries.leaveAfter(upTo)
      const key = keyOf(record.id, record.opened)
      const now = newer.get(key)
      if (now)
        now.entries.takeBefore(record.entries)
      this.records.set(key, now ?? record)
      newer.delete(key)
    }
    for (const record of [...newer.values()].sort((a, b) => compareEntryIds(a.opened, b.opened)))
      this.records.set(keyOf(record.id, record.opened), record)
    this.newestOf.clear()
    for (const record of this.records.values())
      this.newestOf.set(record.id, record)
  }

  private takeState(): void {
    const incidents = [...this.projection.state.incident.incidents.values()].sort((a, b) => compareEntryIds(a.openedEntry, b.openedEntry))
    for (const incident of incidents)
      this.put(incident, new IncidentEntries())
  }

  private take(event: IncidentEvent, id: string): void {
    const incident = this.projection.state.incident.incidents.get(id)
    if (!incident)
      return
    const known = this.records.get(keyOf(id, incident.openedEntry))
    const entries = known?.entries ?? new IncidentEntries()
    entries.add(event.type, event.entry)
    this.put(incident, entries, known)
    if (this.records.size > this.most)
      this.leaveOldest()
  }

  private put(incident: Incident, entries: IncidentEntries, known?: MatterRecord): void {
    const grid = this.projection.state.basis.grids[incident.grid]!
    const { name, phone } = incident.reporter ?? {}
    const caller = known?.caller ?? (incident.reporter && { ...(name !== undefined && { name: masked('name', name) }), ...(phone !== undefined && { phone: masked('phone', phone) }) })
    const record = recordOf(incident, { grid, entries, caller, callers: known?.callers ?? callerHashes(incident.reporter, this.aliases) })
    this.records.set(keyOf(record.id, record.opened), record)
    this.newestOf.set(record.id, record)
  }

  /** A hundredth at once, so that it is rare. */
  private leaveOldest(): void {
    let surplus = Math.max(1, Math.floor(this.most / 100))
    for (const [key, record] of this.records) {
      if (surplus === 0)
        return
      if (!isEnded(record.stage))
        continue
      this.records.delete(key)
      if (this.newestOf.get(record.id) === record)
        this.newestOf.delete(record.id)
      this.lack(record.reportedAt)
      surplus--
    }
  }
}

function keyOf(id: string, opened: EntryId): string {
  return `${opened} ${id}`
}
