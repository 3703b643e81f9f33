import type { EntryId } from '../../shared/words/entryId.ts'
import type { Entry, EventLog } from '../log/EventLog.ts'
import { Recent } from '../../shared/words/Recent.ts'
import { entryMs } from '../../shared/words/entryId.ts'
import { byteBound } from '../log/byteBound.ts'
import { nextEntryId } from '../log/nextEntryId.ts'

const REMEMBERED = 50_000
const PAGE = 1000

/**
 * Entries that the fold rejected: they are in the log, but nobody outside is told of them. Those of before this server's start stand
 * in the stream `rejected`, whither they are copied before a checkpoint passes them (R2).
 */
export class Unlawful {
  private readonly entries = new Recent<string, true>(REMEMBERED)

  constructor(private readonly log: Pick<EventLog, 'range' | 'bounds'>) {}

  add({ stream, id }: Pick<Entry, 'stream' | 'id'>): void {
    this.entries.set(`${stream}/${id}`, true)
  }

  /** The log went backwards: under the same id another entry may come to stand. */
  clear(): void {
    this.entries.clear()
  }

  has(entry: Pick<Entry, 'stream' | 'id'>): boolean {
    return this.entries.has(`${entry.stream}/${entry.id}`)
  }

  /** Reads the copies of every entry after one; a copy is always younger than its entry. */
  async load(after: EntryId): Promise<void> {
    const bytes = byteBound()
    const bounds = await this.log.bounds('rejected')
    for (let from = `${entryMs(after)}-0`; bounds;) {
      const page = await bytes.untilItComes(most => this.log.range('rejected', from, bounds.last, PAGE, most))
      for (const { fields: { stream = '', entry = '' } } of page)
        this.add({ stream, id: entry })
      if (page.length === 0)
        return
      from = nextEntryId(page.at(-1)!.id)
    }
  }
}
