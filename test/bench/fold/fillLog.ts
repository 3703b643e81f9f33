import type { Entry, EventLog } from '../../../server/log/EventLog.ts'
import type { LogTime } from './LogTime.ts'
import type { Redis } from 'ioredis'
import { entryMs } from '../../../shared/words/entryId.ts'

/** Writes entries into a log under the log's own time. */
export type FillLog = (entries: readonly Entry[]) => Promise<void>

/** Hundreds share a millisecond, as they do when a gateway delivers in batches. */
const TOGETHER = 200

export function fillEmbedded(log: EventLog, time: LogTime): FillLog {
  return async (entries) => {
    for (let from = 0; from < entries.length; from += TOGETHER) {
      const part = entries.slice(from, from + TOGETHER)
      time.at = entryMs(part[part.length - 1]!.id)
      await log.append(part, 'accepted')
    }
  }
}

export function fillRedis(redis: Redis, code: string): FillLog {
  return async (entries) => {
    const pipeline = redis.pipeline()
    for (const { stream, id, fields } of entries)
      pipeline.xadd(`{${code}}:${stream}`, id, ...Object.entries(fields).flat())
    await pipeline.exec()
  }
}
