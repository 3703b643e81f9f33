import type { StreamName } from '../../shared/words/stream.ts'
import type { EntryId } from '../../shared/words/entryId.ts'
import type { Clock } from '../clock.ts'
import type { Refusal } from '../../shared/events/refusal.ts'
import type { Verdict } from '../ingest/appendOrReplace.ts'
import type { Entry, EventLog, Fields } from '../log/EventLog.ts'
import type { Projection } from './Projection.ts'
import { Recent } from '../../shared/words/Recent.ts'
import { compareEntryIds, entryMs } from '../../shared/words/entryId.ts'

/** So many unlawful entries are remembered here; older ones have long been copied to `rejected`. */
const REMEMBERED = 10_000
/** Longer than a busy server takes to fold what it has just appended. */
const PATIENCE_MS = 5000

/** What else changes with time (a matter leaves, a grid has room again) is asked about at most once an hour. */
const LONG_MS = 3_600_000
/** Of what an event names: short texts, and not more than so many. */
const MOST_NAMES = 16
const LONGEST_NAME = 128

interface Parts {
  log: Pick<EventLog, 'entryOf' | 'range' | 'bounds'>
  projection: Projection
  clock: Clock
}

interface Unlawful {
  stream: string
  entry: EntryId
  refusal: Refusal
  /** Subject and texts of its data: what it may depend on. */
  names: readonly string[]
  /** Something was said of those since. */
  changed: boolean
}

/**
 * What the fold said of an entry: known here for what this server has folded itself, and from the stream `rejected` for what lies before.
 * A checkpoint is kept only after its rejected entries were copied, so no verdict falls between the two.
 */
export class Verdicts {
  private readonly unlawful = new Recent<string, Unlawful>(REMEMBERED, oldest => this.forget(oldest))
  /** Those that wait for a change, by stream and what they name. */
  private readonly named = new Map<string, Set<Unlawful>>()
  /** Up to here this server's own memory does not reach. */
  private since: Partial<Record<string, EntryId>>
  private readonly waiting = new Set<() => void>()

  constructor(private readonly parts: Parts) {
    const { projection } = parts
    this.since = { ...projection.position.last }
    const look = () => this.waiting.forEach(check => check())
    projection.listen({
      applied: ({ stream, subject }) => this.named.get(`${stream}/${subject}`)?.forEach((verdict) => {
        verdict.changed = true
        this.unname(verdict)
      }),
      rejected: (entry, refusal) => refusal.reason === 'unlawful' && this.note(entry, refusal),
      taken: look,
      restarted: () => {
        this.unlawful.clear()
        this.named.clear()
        this.since = { ...projection.position.last }
        look()
      },
    })
  }

  /**
   * Waits for an entry that was not folded yet; if that takes too long it counts as standing, since it will still be judged. One that was rejected
   * as unlawful is to be judged again if anything was said since of what it names, it was judged an hour ago, or before this server's memory.
   * @throws LogUnavailableError
   */
  async of(stream: string, entry: EntryId): Promise<Verdict> {
    if (!await this.folded(stream, entry))
      return { outcome: 'stands' }
    const verdict = this.unlawful.get(`${stream}/${entry}`)
    if (!verdict) {
      const since = this.since[stream]
      return { outcome: since !== undefined && compareEntryIds(entry, since) <= 0 && await this.wasCopied(stream, entry) ? 'judge-again' : 'stands' }
    }
    // What makes it lawful may stand in the log already, told to another server.
    const last = (await this.parts.log.bounds(stream))?.last ?? entry
    const isSame = await this.folded(stream, last) && !verdict.changed && this.parts.clock.now() - entryMs(entry) < LONG_MS
    return isSame ? { outcome: 'rejected', refusal: verdict.refusal } : { outcome: 'judge-again' }
  }

  private async wasCopied(stream: string, entry: EntryId): Promise<boolean> {
    const { log } = this.parts
    const copy = await log.entryOf('wangge/rejected', `${stream}/${entry}`)
    const [kept] = copy === undefined ? [] : await log.range('rejected', copy, copy, 1)
    return kept?.fields.reason === 'unlawful'
  }

  private note({ stream, id: entry, fields }: Entry, refusal: Refusal): void {
    const verdict: Unlawful = { stream, entry, refusal, names: namesIn(fields), changed: false }
    this.unlawful.set(`${stream}/${entry}`, verdict)
    for (const name of verdict.names) {
      const key = `${stream}/${name}`
      this.named.set(key, (this.named.get(key) ?? new Set()).add(verdict))
    }
  }

  private forget(oldest: Unlawful): void {
    this.unname(oldest)
    this.since[oldest.stream] = oldest.entry
  }

  private unname(verdict: Unlawful): void {
    for (const name of verdict.names) {
      const key = `${verdict.stream}/${name}`
      const others = this.named.get(key)
      others?.delete(verdict)
      if (others?.size === 0)
        this.named.delete(key)
    }
  }

  private isFolded(stream: string, entry: EntryId): boolean {
    const last = this.parts.projection.position.last[stream as StreamName]
    return last !== undefined && compareEntryIds(last, entry) >= 0
  }

  private folded(stream: string, entry: EntryId): Promise<boolean> {
    return this.isFolded(stream, entry) ? Promise.resolve(true) : new Promise((resolve) => {
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

/** Its data were read once already. */
function namesIn({ subject = '', data = '{}' }: Fields): string[] {
  const texts = Object.values(JSON.parse(data) as Record<string, unknown>).filter(text => typeof text === 'string')
  return [...new Set([subject, ...texts])].filter(({ length }) => length <= LONGEST_NAME).slice(0, MOST_NAMES)
}
