import type { Refusal } from '../../shared/events/refusal.ts'
import type { Clock } from '../clock.ts'
import type { Append, Entry, EventLog } from '../log/EventLog.ts'
import type { Logger } from '../Logger.ts'
import type { Term } from '../tenure/Term.ts'
import { pause } from '../clock.ts'

/** What may wait to be copied; beyond either bound the reader is held up, and if that does not help the oldest are left out. */
const MOST_WAITING = 5000
const MOST_BYTES = 32 * 1024 * 1024
/** Of an entry larger than this only the beginning is copied; the whole stands in its own stream. */
const MOST_COPIED = 1024 * 1024
const BATCH = 250
/** Longer than a lease: who has not got it by then knows that another server lives and writes. */
const PATIENCE_MS = 12_000
const LOOK_MS = 20

/** Copies rejected entries to the stream `rejected`, while this server holds the lease; each appends once (R2). */
export class RejectedWriter {
  /** Left out because the log took no writes for too long. */
  lost = 0
  private waiting: Append[] = []
  private bytes = 0
  private writing: Promise<void> | undefined
  private term: Term | undefined
  private failing = false
  private fullSince: number | undefined

  constructor(private readonly log: Pick<EventLog, 'appendFenced'>, private readonly clock: Clock, private readonly logger: Logger) {}

  add(entry: Entry, refusal: Refusal): void {
    const append = toAppend(entry, refusal)
    this.waiting.push(append)
    this.bytes += sizeOf(append)
    if (this.term && !this.failing)
      this.start()
  }

  /** Told whenever the lease is looked at; whoever has it also writes what waited here. */
  hold(term: Term | undefined): void {
    this.term = term
    this.failing = false
    if (term)
      this.start()
  }

  /** The log went backwards: what waits may be of entries that it lost. They are folded, and refused, anew. */
  clear(): void {
    this.waiting = []
    this.bytes = 0
  }

  /** Resolves when more may be added: at once, unless more waits than the bounds allow. */
  async room(): Promise<void> {
    while (this.isFull) {
      this.fullSince ??= this.clock.monotonic()
      if (this.term ? this.failing : this.clock.monotonic() - this.fullSince > PATIENCE_MS) {
        this.leaveOut()
        return
      }
      await pause(this.clock, LOOK_MS)
    }
    this.fullSince = undefined
  }

  /** Resolves when everything that waits has been written; rejects if the log does not take it. */
  async flush(): Promise<void> {
    if (this.term && this.waiting.length > 0)
      this.writing ??= this.write(this.term)
    await this.writing
  }

  private get isFull(): boolean {
    return this.waiting.length > MOST_WAITING || this.bytes > MOST_BYTES
  }

  private start(): void {
    this.flush().catch((error: unknown) => {
      if (!this.failing)
        this.logger.warn({ err: error }, 'rejected entries cannot be copied now')
      this.failing = true
    })
  }

  private leaveOut(): void {
    while (this.isFull) {
      this.bytes -= sizeOf(this.waiting.shift()!)
      // While another server holds the lease it writes them; here they only wait in case it goes.
      if (this.term && this.lost++ === 0)
        this.logger.error({}, 'rejected entries are left out of the stream of rejected ones: the log takes no writes')
    }
  }

  private async write(term: Term): Promise<void> {
    try {
      while (this.term === term && term.fence && this.waiting.length > 0) {
        const batch = this.waiting.slice(0, BATCH)
        // Another copies them by now, and what waits here waits in case it goes.
        if (!Array.isArray(await this.log.appendFenced({ entries: batch }, term.fence)))
          return term.end()
        const written = new Set(batch)
        this.waiting = this.waiting.filter(each => !written.has(each))
        this.bytes = this.waiting.reduce((sum, each) => sum + sizeOf(each), 0)
      }
    }
    finally {
      // In the same step in which the loop found nothing more: what is added next starts another one.
      this.writing = undefined
    }
  }
}

function toAppend({ stream, id, fields }: Entry, { reason, path, message }: Refusal): Append {
  const raw = JSON.stringify(fields)
  return {
    stream: 'rejected',
    fields: { source: 'wangge/rejected', id: `${stream}/${id}`, stream, entry: id, reason, path, message, fields: raw.slice(0, MOST_COPIED) },
  }
}

function sizeOf({ fields }: Append): number {
  return fields.fields!.length + 300
}
