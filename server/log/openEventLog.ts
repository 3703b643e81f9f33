import type { EpochMs } from '../../shared/words/time/time.ts'
import type { EventLog } from './EventLog.ts'
import { EmbeddedEventLog } from './embedded/EmbeddedEventLog.ts'
import { LogUnavailableError } from './LogUnavailableError.ts'
import { isNotAllowed } from './redis/isNotAllowed.ts'
import { parseRedisUrl } from './redis/parseRedisUrl.ts'
import { RedisEventLog } from './redis/RedisEventLog.ts'

/**
 * Opens the district's log: in Redis if `redisUrl` is set, otherwise in `dataDir`.
 * @throws LogUnavailableError with one sentence that says the fix
 */
export async function openEventLog(options: { redisUrl?: string | undefined, dataDir: string, districtCode: string, clock: { now: () => EpochMs, monotonic?: () => number } }): Promise<EventLog> {
  if (!options.redisUrl)
    return EmbeddedEventLog.open(options)
  const target = parseRedisUrl(options.redisUrl)
  if ('wrong' in target)
    throw new LogUnavailableError(`REDIS_URL cannot be used: ${target.wrong}.`)
  try {
    return await RedisEventLog.open({ target, districtCode: options.districtCode })
  }
  catch (error) {
    // Who may not enter is told what to set; the server is there.
    if (!(error instanceof LogUnavailableError) || (error.cause instanceof Error && isNotAllowed(error.cause.message)))
      throw error
    throw new LogUnavailableError(`${error.message} Start it or correct REDIS_URL; without REDIS_URL the log is kept in DATA_DIR.`, { cause: error })
  }
}
