import type { IncidentEvent } from '../../shared/families/incident/IncidentEvent.ts'
import type { Basis } from '../../shared/domain/basis.ts'
import type { Incident } from '../../shared/families/incident/Incident.ts'
import type { Entry, EventLog } from '../log/EventLog.ts'
import { basisWithin } from '../../shared/domain/basisWithin.ts'
import { emptyState } from '../../shared/state/emptyState.ts'
import { fold } from '../../shared/state/fold.ts'
import { byteBound } from '../log/byteBound.ts'
import { nextEntryId } from '../log/nextEntryId.ts'
import { IncidentEntries } from '../projection/matters/IncidentEntries.ts'

/** How far the log is searched for one request; the next one goes on from there. */
const MOST_SEARCHED = 200_000
const PAGE = 2000
/** A report may be dated so much ahead of its entry. */
const AHEAD_MS = 600_000
const LAST = '9999999999999-0'

/** Looks in the log for everything that happened to a matter, from its report on; folded once more, so that what was refused then is left out. */
export class IncidentSearch {
  found = new IncidentEntries()
  private readonly alone: ReturnType<typeof emptyState>
  private readonly id: string
  private from: string
  private readonly bytes = byteBound()
  private turn: Promise<unknown> = Promise.resolve()

  /** @param eventOf the event that stands in an entry, if one of the kind does */
  constructor({ id, grid, reportedAt }: Incident, basis: Basis, private readonly log: Pick<EventLog, 'range'>, private readonly eventOf: (entry: Entry) => IncidentEvent | undefined) {
    this.id = id
    this.alone = emptyState(basisWithin(basis, basis.grids[grid]!))
    this.from = `${Math.max(0, reportedAt - AHEAD_MS)}-0`
  }

  /** Goes on until so many are found, or the log ends; requests at once take their turns. @throws LogUnavailableError */
  advance(version: number): Promise<void> {
    const turn = this.turn.catch(() => {}).then(() => this.search(version))
    this.turn = turn
    return turn
  }

  private async search(version: number): Promise<void> {
    for (let searched = 0; searched < MOST_SEARCHED && this.found.added < version;) {
      const page = await this.bytes.untilItComes(most => this.log.range('incident', this.from, LAST, PAGE, most))
      for (const entry of page)
        this.take(entry)
      searched += page.length
      if (page.length === 0)
        break
      this.from = nextEntryId(page[page.length - 1]!.id)
    }
  }

  private take(entry: Entry): void {
    const event = entry.fields.subject === this.id ? this.eventOf(entry) : undefined
    if (!event || fold(this.alone, event).outcome !== 'applied')
      return
    // An id that is used again names another matter (F13).
    if (event.type === 'incident.reported')
      this.found = new IncidentEntries()
    this.found.add(event.type, event.entry)
  }
}
