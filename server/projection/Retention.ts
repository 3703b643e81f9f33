import type { Clock } from '../clock.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { Logger } from '../Logger.ts'
import type { Term } from '../tenure/Term.ts'
import { archive } from '../log/archive.ts'

const DAY_MS = 86_400_000
const EVERY_MS = 3_600_000

/**
 * How long each stream stays in the log before it goes to the archive. Of a patrol only the newest is ever folded, and
 * patrols are nine tenths of a log. Incidents and grid status stay whole: a fold that starts anew needs all of them.
 */
export const KEPT_MS: Readonly<Record<string, number>> = { patrol: 30 * DAY_MS, rejected: 90 * DAY_MS, handovers: 400 * DAY_MS }

interface Parts {
  log: EventLog
  clock: Clock
  logger: Logger
  dataDir: string
}

/** Archives, then trims, what is older than its stream keeps: at the first turn, then hourly, for as long as the term lasts. */
export class Retention {
  private nextAt = -Infinity
  private running: Promise<void> | undefined

  constructor(private readonly parts: Parts) {}

  /** Starts a run if it is time and none is under way; never rejects. */
  turn(term: Term): void {
    const now = this.parts.clock.monotonic()
    if (this.running || now < this.nextAt)
      return
    this.nextAt = now + EVERY_MS
    this.running = this.run(term).finally(() => this.running = undefined)
  }

  /** When the run under way is over. */
  async end(): Promise<void> {
    await this.running
  }

  private async run(term: Term): Promise<void> {
    const { log, clock, logger, dataDir } = this.parts
    for (const [stream, olderThanMs] of Object.entries(KEPT_MS)) {
      if (term.signal.aborted)
        return
      try {
        const { entries, files } = await archive(log, { dataDir, stream, olderThanMs, clock, fence: () => term.fence })
        if (entries > 0)
          logger.info({ stream, entries, files }, 'archived')
      }
      catch (error) {
        logger.error({ err: error, stream }, 'could not archive; nothing was trimmed')
      }
    }
  }
}
