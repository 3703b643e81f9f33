import type { Cancel, Clock } from '../clock.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { LogHealth } from './LogHealth.ts'

const LOOK_MS = 1000
/** So long a write of anybody speaks for the log. */
const PROVEN_MS = 2000

/**
 * Writes a little to the log when nobody else does, so that a log that refuses writes, or takes them again, is known within seconds (T10);
 * and looks whether its home has become one that may drop what it holds (L28).
 */
export class WriteProbe {
  private readonly endLooks: Cancel
  private probing: Promise<void> | undefined

  constructor({ log, clock, health }: { log: Pick<EventLog, 'probe' | 'unfit'>; clock: Clock; health: Pick<LogHealth, 'unprovenMs' | 'unfit'> }) {
    this.endLooks = clock.every(LOOK_MS, () => {
      health.unfit = log.unfit ?? ''
      if (health.unprovenMs >= PROVEN_MS)
        // Whoever watches the log hears what becomes of it.
        this.probing ??= log.probe().catch(() => {}).finally(() => this.probing = undefined)
    })
  }

  async end(): Promise<void> {
    this.endLooks()
    await this.probing
  }
}
