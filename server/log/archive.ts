import type { EntryId } from '../../shared/words/entryId.ts'
import type { EpochMs } from '../../shared/words/time/time.ts'
import type { Entry, EventLog, Fence } from './EventLog.ts'
import type { FileHandle } from 'node:fs/promises'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { compareEntryIds } from '../../shared/words/entryId.ts'
import { archiveDirectory, readArchiveFile, toArchiveLine } from './archiveFile.ts'
import { noteArchived } from './archiveIndex.ts'
import { byteBound } from './byteBound.ts'
import { nextEntryId } from './nextEntryId.ts'
import { wholeEntries } from './wholeEntries.ts'

const pack = promisify(gzip)

const ENTRIES_AT_ONCE = 500
const DRAFT = '.draft'

export interface ArchiveOptions {
  dataDir: string
  stream: string
  /** Entries that reached the log longer ago than this are archived, in milliseconds. */
  olderThanMs: number
  clock: { now: () => EpochMs }
  /** What says that no other archives this stream, looked at between batches and by the log itself when it trims; undefined: it cannot be said any more. */
  fence: () => Fence | undefined
  /** Bounds of one file; by default 50,000 entries and 64 MiB unpacked. */
  mostEntries?: number
  mostBytes?: number
}

export interface Archived {
  entries: number
  files: number
}

/**
 * Retention of one stream: writes what is old to files, reads each file again, and only when it holds exactly those entries
 * trims them from the log. Cut off anywhere it loses nothing; the next run does the span again. Of two runs on one folder, because one slept
 * through its lease, neither touches what the other writes, and the sleeper trims nothing.
 * @throws Error if a file does not read back as it was written, or the lease is lost; the log is then left as it is
 */
export async function archive(log: EventLog, options: ArchiveOptions): Promise<Archived> {
  const { dataDir, stream, olderThanMs, clock } = options
  const directory = archiveDirectory(dataDir, stream)
  const to = `${Math.floor(clock.now() - olderThanMs) - 1}-18446744073709551615`
  const done = { entries: 0, files: 0 }
  for (;;) {
    const bounds = await log.bounds(stream)
    if (!bounds || compareEntryIds(bounds.first, to) > 0)
      return done
    await mkdir(directory, { recursive: true })
    await removeDrafts(directory)
    const ids = await writeFile(log, directory, bounds.first, to, options)
    const path = join(directory, `${ids[0]}_${ids.at(-1)}.ndjson.gz`)
    await verify(path, stream, ids)
    await noteArchived(dataDir, stream, { first: ids[0]!, last: ids.at(-1)!, entries: ids.length })
    if (typeof await log.trim(stream, nextEntryId(ids.at(-1)!), held(options)) !== 'number')
      throw new Error(`the lease was lost while ${stream} was archived: nothing was trimmed`)
    done.entries += ids.length
    done.files++
  }
}

/** Writes one file under its final name, on disk when this resolves, and answers the ids in it. */
async function writeFile(log: EventLog, directory: string, first: EntryId, to: EntryId, options: ArchiveOptions): Promise<EntryId[]> {
  const { stream, mostEntries = 50_000, mostBytes = 64 * 1024 * 1024 } = options
  // A name of its own: whoever sleeps here and wakes must not write into the file of another.
  const draft = join(directory, `${first}.${randomUUID()}${DRAFT}`)
  const ids: EntryId[] = []
  const atOnce = byteBound()
  let bytes = 0
  const file = await open(draft, 'wx')
  try {
    for (let from = first; ids.length < mostEntries && bytes < mostBytes; from = nextEntryId(ids.at(-1)!)) {
      const entries = await wholeEntries(log, await atOnce.untilItComes(most => log.range(stream, from, to, Math.min(ENTRIES_AT_ONCE, mostEntries - ids.length), most)))
      if (entries.length === 0)
        break
      held(options)
      bytes += await writeEntries(file, entries)
      ids.push(...entries.map(entry => entry.id))
    }
    await file.sync()
  }
  finally {
    await file.close()
  }
  if (ids.length === 0) {
    await rm(draft)
    throw new Error(`stream ${stream} lost its entries while they were archived: does another archive it?`)
  }
  held(options)
  await rename(draft, join(directory, `${ids[0]}_${ids.at(-1)}.ndjson.gz`))
  await syncDirectory(directory)
  return ids
}

/** Members of a gzip file may stand one behind the other, so each batch is packed by itself. */
async function writeEntries(file: FileHandle, entries: readonly Entry[]): Promise<number> {
  const text = entries.map(toArchiveLine).join('')
  await file.writeFile(await pack(text))
  return text.length
}

async function verify(path: string, stream: string, ids: readonly EntryId[]): Promise<void> {
  let count = 0
  for await (const { id } of readArchiveFile(path, stream)) {
    if (id !== ids[count++])
      throw new Error(`archive ${path} does not hold what was written: nothing was trimmed`)
  }
  if (count !== ids.length)
    throw new Error(`archive ${path} holds ${count} of ${ids.length} entries: nothing was trimmed`)
}

function held({ fence, stream }: ArchiveOptions): Fence {
  const now = fence()
  if (!now)
    throw new Error(`the lease was lost while ${stream} was archived: nothing was trimmed`)
  return now
}

/** What runs that were cut off have left, or one that sleeps still holds: it finds its file gone. */
async function removeDrafts(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (name.endsWith(DRAFT))
      await rm(join(directory, name), { force: true })
  }
}

async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32')
    return
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  }
  finally {
    await handle.close()
  }
}
