import type { Places } from '../../../server/district/Places.ts'
import type { EventLog } from '../../../server/log/EventLog.ts'
import type { Projection } from '../../../server/projection/Projection.ts'
import { systemClock } from '../../../server/clock.ts'
import { LogHealth } from '../../../server/read/LogHealth.ts'
import { readEntry } from '../../../server/read/readEntry.ts'
import { tailLog } from '../../../server/read/tailLog.ts'

const nothing = () => {}
export const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing }

/** Reads and folds on to the end of a log, by the server's own reader. */
export async function readToEnd(log: EventLog, projection: Projection, places: Places): Promise<void> {
  const stop = new AbortController()
  const tail = tailLog({
    log,
    clock: systemClock,
    health: new LogHealth(systemClock),
    logger: silent,
    position: () => projection.position.last,
    take: async (entries, caughtUp) => projection.take(entries.map(entry => readEntry(entry, places)), caughtUp),
    signal: stop.signal,
  })
  await projection.caughtUp()
  stop.abort()
  await tail
}
