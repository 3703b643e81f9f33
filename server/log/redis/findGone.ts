import type { ChainableCommander } from 'ioredis'
import type { EntryId } from '../../../shared/words/entryId.ts'
import type { Stands } from '../EventLog.ts'
import type { RedisClient } from './connectRedis.ts'
import type { RedisKeys } from './RedisKeys.ts'
import { compareEntryIds } from '../../../shared/words/entryId.ts'
import { isStanding } from '../standing.ts'
import { toFields } from './toFields.ts'

/**
 * Runs a pipeline and, behind it in the same one, looks whether the entries at positions stand as they were read.
 * Answers what the pipeline's own commands said, and a stream of which the entry is another one or gone, though never trimmed.
 */
export async function findGone(
  client: RedisClient,
  pipeline: ChainableCommander,
  keys: RedisKeys,
  at: Readonly<Record<string, EntryId>>,
  stands: Stands,
): Promise<{ replies: unknown[]; gone: string | undefined }> {
  const own = pipeline.length
  const streams = Object.keys(stands)
  for (const stream of streams)
    pipeline.xrange(keys.stream(stream), at[stream]!, at[stream]!)
  const replies = pipeline.length === 0 ? [] : repliesOf(await pipeline.exec())
  const entries = replies.slice(own) as [id: string, texts: string[]][][]
  for (const [i, stream] of streams.entries()) {
    const [entry] = entries[i]!
    if (entry ? !isStanding(toFields(entry[1]), stands[stream]!) : !isBefore(at[stream]!, await client.get(keys.trimmed(stream))))
      return { replies, gone: stream }
  }
  return { replies, gone: undefined }
}

function repliesOf(results: [error: Error | null, reply: unknown][] | null): unknown[] {
  return (results ?? []).map(([error, reply]) => {
    if (error)
      throw error
    return reply
  })
}

function isBefore(id: EntryId, mark: EntryId | null): boolean {
  return mark !== null && compareEntryIds(id, mark) < 0
}
