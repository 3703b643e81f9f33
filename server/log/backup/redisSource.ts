import type { EntryId } from '../../../shared/words/entryId.ts'
import type { Entry, EventLog } from '../EventLog.ts'
import type { BackupSource } from './BackupSource.ts'
import { compareEntryIds, FIRST_ENTRY } from '../../../shared/words/entryId.ts'
import { byteBound } from '../byteBound.ts'
import { nextEntryId } from '../nextEntryId.ts'
import { wholeEntries } from '../wholeEntries.ts'

const BATCH = 500

/** A log in Redis up to the entries that are its newest now: streams need no order across them, so that is one moment of it. */
export async function redisSource(log: EventLog): Promise<BackupSource> {
  const heads = await log.listCheckpoints()
  const ends = new Map<string, EntryId>()
  for (const stream of await log.streams()) {
    const bounds = await log.bounds(stream)
    if (bounds)
      ends.set(stream, bounds.last)
  }
  return {
    home: 'redis',
    streams: [...ends.keys()],
    entries: stream => upTo(log, stream, ends.get(stream)!),
    trimmed: stream => log.trimmed(stream),
    async* checkpoints() {
      for (const { name } of heads) {
        const checkpoint = await log.getCheckpoint(name)
        if (checkpoint)
          yield checkpoint
      }
    },
    secret: name => log.secret(name),
    [Symbol.asyncDispose]: () => log[Symbol.asyncDispose](),
  }
}

async function* upTo(log: EventLog, stream: string, to: EntryId): AsyncGenerator<Entry[]> {
  const bytes = byteBound()
  for (let from = nextEntryId(FIRST_ENTRY); compareEntryIds(from, to) <= 0;) {
    const entries = await wholeEntries(log, await bytes.untilItComes(most => log.range(stream, from, to, BATCH, most)))
    if (entries.length === 0)
      return
    yield entries
    from = nextEntryId(entries.at(-1)!.id)
  }
}
