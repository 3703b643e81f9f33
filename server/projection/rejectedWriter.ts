import type { Refusal } from '../../shared/events/refusal.ts'
import type { Append, Entry, EventLog } from '../log/EventLog.ts'
import type { Logger } from '../Logger.ts'

/** Entries waiting to be copied; beyond it the oldest are left out, counted and logged. */
const MOST_WAITING = 5000
const BATCH = 200

/** Copies rejected entries to the stream `rejected`, while this server holds the lease; each appends once (R2). */
export class RejectedWriter {
  /** Left out because the log took no writes for too long. */
  lost = 0
  private waiting: Append[] = []
  private writing: Promise<void> | undefined
  private holding = false

  constructor(private readonly log: Pick<EventLog, 'append'>, private readonly logger: Logger) {}

  add(entry: Entry, refusal: Refusal): void {
    this.waiting.push(toAppend(entry, refusal))
    if (this.waiting.length > MOST_WAITING) {
      this.waiting.shift()
      // While another server holds the lease it writes them; here they only wait in case it goes.
      if (this.holding && this.lost++ === 0)
        this.logger.error({}, 'rejected entries are not copied: the log takes no writes')
    }
  }

  /** Told whenever the lease is looked at; whoever gets it also writes what waited here. */
  hold(holding: boolean): void {
    this.holding = holding
    if (holding)
      void this.flush().catch(() => undefined)
  }

  /** Resolves when everything that waits has been written; rejects if the log does not take it. */
  async flush(): Promise<void> {
    this.writing ??= this.write().finally(() => this.writing = undefined)
    await this.writing
  }

  private async write(): Promise<void> {
    while (this.holding && this.waiting.length > 0) {
      const batch = this.waiting.slice(0, BATCH)
      await this.log.append(batch)
      const written = new Set(batch)
      this.waiting = this.waiting.filter(each => !written.has(each))
    }
  }
}

function toAppend({ stream, id, fields }: Entry, { reason, path, message }: Refusal): Append {
  return {
    stream: 'rejected',
    fields: { source: 'wangge/rejected', id: `${stream}/${id}`, stream, entry: id, reason, path, message, fields: JSON.stringify(fields) },
  }
}
