import type { StreamName } from '../../shared/words/stream.ts'
import type { EntryId } from '../../shared/words/entryId.ts'
import type { Clock } from '../clock.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { Projection } from './Projection.ts'
import { compareEntryIds } from '../../shared/words/entryId.ts'

/** So many unlawful entries are remembered here; older ones have long been copied to `rejected`. */
const REMEMBERED = 10_000
/** Longer than a busy server takes to fold what it has just appended. */
const PATIENCE_MS = 5000

interface Parts {
  log: Pick<EventLog, 'entryOf' | 'range'>
  projection: Projection
  clock: Clock
}

/**
 * What the fold said of an entry: known here for what this server has folded itself, and from the stream `rejected` for what lies before.
 * A checkpoint is kept only after its rejected entries were copied, so no verdict falls between the two.
 */
export class Verdicts {
  private readonly unlawful = new Map<string, { stream: string; entry: EntryId }>()
  /** Up to here this server's own memory does not reach. */
  private since: Partial<Record<string, EntryId>>
  private readonly waiting = new Set<() => void>()

  constructor(private readonly parts: Parts) {
    const { projection } = parts
    this.since = { ...projection.position.last }
    const look = () => this.waiting.forEach(check => check())
    projection.listen({
      rejected: ({ stream, id }, { reason }) => reason === 'unlawful' && this.note(stream, id),
      taken: look,
      restarted: () => {
        this.unlawful.clear()
        this.since = { ...projection.position.last }
        look()
      },
    })
  }

  /**
   * Whether an entry was rejected as unlawful. Waits for one that was not folded yet; if that takes too long it counts as standing, since it will still be judged.
   * @throws LogUnavailableError
   */
  async wasUnlawful(stream: string, entry: EntryId): Promise<boolean> {
    if (!this.isFolded(stream, entry) && !await this.folded(stream, entry))
      return false
    if (this.unlawful.has(`${stream}/${entry}`))
      return true
    const since = this.since[stream]
    return since !== undefined && compareEntryIds(entry, since) <= 0 && await this.wasCopied(stream, entry)
  }

  private async wasCopied(stream: string, entry: EntryId): Promise<boolean> {
    const { log } = this.parts
    const copy = await log.entryOf('wangge/rejected', `${stream}/${entry}`)
    const [kept] = copy === undefined ? [] : await log.range('rejected', copy, copy, 1)
    return kept?.fields.reason === 'unlawful'
  }

  private note(stream: string, entry: EntryId): void {
    this.unlawful.set(`${stream}/${entry}`, { stream, entry })
    if (this.unlawful.size <= REMEMBERED)
      return
    const [key, oldest] = this.unlawful.entries().next().value!
    this.unlawful.delete(key)
    this.since[oldest.stream] = oldest.entry
  }

  private isFolded(stream: string, entry: EntryId): boolean {
    const last = this.parts.projection.position.last[stream as StreamName]
    return last !== undefined && compareEntryIds(last, entry) >= 0
  }

  private folded(stream: string, entry: EntryId): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (folded: boolean) => {
        cancel()
        this.waiting.delete(check)
        resolve(folded)
      }
      const check = () => this.isFolded(stream, entry) && end(true)
      const cancel = this.parts.clock.after(PATIENCE_MS, () => end(false))
      this.waiting.add(check)
    })
  }
}
