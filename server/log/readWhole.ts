import type { EntryId } from '../../shared/words/entryId.ts'
import type { ArchivePart, Gap } from './archivePlan.ts'
import type { Entry, EventLog } from './EventLog.ts'
import { compareEntryIds, FIRST_ENTRY } from '../../shared/words/entryId.ts'
import { readArchiveFile } from './archiveFile.ts'
import { archivePlan } from './archivePlan.ts'
import { byteBound } from './byteBound.ts'
import { entryBytes } from './entryBytes.ts'
import { MOST_BATCH_BYTES } from './mostBatchBytes.ts'
import { nextEntryId } from './nextEntryId.ts'
import { previousEntryId } from './previousEntryId.ts'

const BATCH = 500

/** A log with its archive: together they are the log. */
export interface WholeLog {
  log: Pick<EventLog, 'range' | 'bounds' | 'trimmed'>
  dataDir: string
}

/** Some entries, in order, and whether they come from the archive; or what can be read nowhere any more. */
export type Piece = { entries: Entry[], archived: boolean } | { gap: Gap }

/**
 * Everything of a stream after `after` up to `to` (included), each once and in order (L45): from the archive what has left the log, also while
 * it leaves, the rest from the log. What is in neither comes as a gap, never as fewer entries.
 * @throws LogUnavailableError
 */
export async function* readWhole({ log, dataDir }: WholeLog, stream: string, after: EntryId, to: EntryId): AsyncGenerator<Piece> {
  const bytes = byteBound()
  for (let from = after; compareEntryIds(from, to) < 0;) {
    const first = (await log.bounds(stream))?.first
    const before = first !== undefined && compareEntryIds(first, to) <= 0 ? first : nextEntryId(to)
    if (compareEntryIds(from, before) < 0) {
      for (const part of await archivePlan({ dataDir, stream, after: from, before, mark: await log.trimmed(stream) ?? FIRST_ENTRY })) {
        for await (const piece of readPart(part, stream, from, before)) {
          yield piece
          from = 'gap' in piece ? previousEntryId(piece.gap.to) : piece.entries[piece.entries.length - 1]!.id
        }
      }
    }
    const entries = await bytes.untilItComes(most => log.range(stream, nextEntryId(from), to, BATCH, most))
    // What was trimmed meanwhile is missing here, and stands in the archive now.
    if ((await log.bounds(stream))?.first !== first)
      continue
    if (entries.length === 0)
      return
    yield { entries, archived: false }
    from = entries[entries.length - 1]!.id
  }
}

async function* readPart(part: ArchivePart, stream: string, after: EntryId, before: EntryId): AsyncGenerator<Piece> {
  if ('gap' in part) {
    yield part
    return
  }
  let entries: Entry[] = []
  let last = after
  let bytes = 0
  try {
    for await (const entry of readArchiveFile(part.file.path, stream)) {
      if (compareEntryIds(entry.id, before) >= 0)
        break
      if (compareEntryIds(entry.id, last) <= 0)
        continue
      last = entry.id
      entries.push(entry)
      bytes += entryBytes(entry.fields)
      if (entries.length === BATCH || bytes >= MOST_BATCH_BYTES) {
        yield { entries, archived: true }
        entries = []
        bytes = 0
      }
    }
  }
  catch {
    if (entries.length > 0)
      yield { entries, archived: true }
    entries = []
    yield { gap: { stream, from: nextEntryId(last), to: nextEntryId(part.file.last) } }
  }
  if (entries.length > 0)
    yield { entries, archived: true }
}
