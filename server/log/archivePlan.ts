import type { EntryId } from '../../shared/words/entryId.ts'
import type { EpochMs } from '../../shared/words/time/time.ts'
import type { ArchiveFile } from './archiveFile.ts'
import { compareEntryIds } from '../../shared/words/entryId.ts'
import { listArchive } from './archiveFile.ts'
import { listArchived } from './archiveIndex.ts'
import { nextEntryId } from './nextEntryId.ts'

/** Entries that were trimmed from the log and stand in no file here: those from `from` to before `to`. */
export interface Gap {
  stream: string
  from: EntryId
  to: EntryId
}

/** A gap, and when it was found: what was shown until then was still whole. */
export interface FoundGap extends Gap {
  found: EpochMs
}

/** What to read, in order. */
export type ArchivePart = { file: ArchiveFile } | { gap: Gap }

interface Asked {
  dataDir: string
  stream: string
  after: EntryId
  /** What is wanted lies before this. */
  before: EntryId
  /** The mark of the log's last trim: everything before it has left the log. */
  mark: EntryId
}

/**
 * How the archive gives what lies after `after` and before `before`. A file that was noted and is gone, and what was trimmed without
 * having been archived here, are gaps.
 */
export async function archivePlan({ dataDir, stream, after, before, mark }: Asked): Promise<ArchivePart[]> {
  const from = nextEntryId(after)
  const files = withoutCovered(await listArchive(dataDir, stream))
  const noted = await listArchived(dataDir, stream)
  const lost = noted.filter(span => !files.some(file => compareEntryIds(file.first, span.first) <= 0 && compareEntryIds(file.last, span.last) >= 0))
  const parts: { from: EntryId, to: EntryId, part: ArchivePart }[] = [
    ...files.map(file => ({ from: file.first, to: nextEntryId(file.last), part: { file } })),
    ...lost.map(({ first, last }) => gapOf(stream, max(first, from), min(nextEntryId(last), before))),
  ]
  const end = parts.reduce((last, { to }) => max(last, to), from)
  const trimmed = min(mark, before)
  if (compareEntryIds(end, trimmed) < 0)
    parts.push(gapOf(stream, end, trimmed))
  return parts
    .filter(part => compareEntryIds(part.to, from) > 0 && compareEntryIds(part.from, before) < 0)
    .sort((a, b) => compareEntryIds(a.from, b.from))
    .map(({ part }) => part)
}

function gapOf(stream: string, from: EntryId, to: EntryId): { from: EntryId, to: EntryId, part: ArchivePart } {
  return { from, to, part: { gap: { stream, from, to } } }
}

/** Where archiving was cut off before it trimmed, the next run wrote the same entries again. */
function withoutCovered(files: readonly ArchiveFile[]): ArchiveFile[] {
  return files.filter(file => !files.some(other => other !== file && other.path !== file.path
    && compareEntryIds(other.first, file.first) <= 0 && compareEntryIds(other.last, file.last) >= 0))
}

function max(a: EntryId, b: EntryId): EntryId {
  return compareEntryIds(a, b) >= 0 ? a : b
}

function min(a: EntryId, b: EntryId): EntryId {
  return compareEntryIds(a, b) <= 0 ? a : b
}
