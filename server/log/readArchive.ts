import type { EntryId } from '../../shared/words/entryId.ts'
import type { Entry } from './EventLog.ts'
import { compareEntryIds } from '../../shared/words/entryId.ts'
import { listArchive, readArchiveFile } from './archiveFile.ts'

/**
 * Archived entries of a stream from `from` to `to`, both included, each once and in order.
 * Files may overlap where archiving was cut off between writing and trimming.
 */
export async function* readArchive(dataDir: string, stream: string, from: EntryId, to: EntryId): AsyncGenerator<Entry> {
  let last: EntryId | undefined
  for (const file of await listArchive(dataDir, stream)) {
    const done = last !== undefined && compareEntryIds(file.last, last) <= 0
    if (done || compareEntryIds(file.last, from) < 0 || compareEntryIds(file.first, to) > 0)
      continue
    for await (const entry of readArchiveFile(file.path, stream)) {
      if (compareEntryIds(entry.id, to) > 0)
        break
      if (compareEntryIds(entry.id, from) < 0 || (last !== undefined && compareEntryIds(entry.id, last) <= 0))
        continue
      last = entry.id
      yield entry
    }
  }
}
