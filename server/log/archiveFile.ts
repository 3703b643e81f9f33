import type { EntryId } from '../../shared/words/entryId.ts'
import type { Entry } from './EventLog.ts'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { compareEntryIds } from '../../shared/words/entryId.ts'

/** `<first id>_<last id>.ndjson.gz`, one JSON object `{"id", "fields"}` a line (with `"tooLarge"` where an entry could not be read), in DATA_DIR/archive/<stream>/. */
export interface ArchiveFile {
  path: string
  first: EntryId
  last: EntryId
}

const NAME = /^(\d+-\d+)_(\d+-\d+)\.ndjson\.gz$/

export function archiveDirectory(dataDir: string, stream: string): string {
  return join(dataDir, 'archive', stream)
}

/** The archive files of a stream by their first entry; none if nothing was archived. Unfinished files do not count. */
export async function listArchive(dataDir: string, stream: string): Promise<ArchiveFile[]> {
  const directory = archiveDirectory(dataDir, stream)
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT')
      return []
    throw error
  })
  const files = names.flatMap((name) => {
    const [, first, last] = NAME.exec(name) ?? []
    return first !== undefined && last !== undefined ? [{ path: join(directory, name), first, last }] : []
  })
  return files.sort((a, b) => compareEntryIds(a.first, b.first) || compareEntryIds(a.last, b.last))
}

export function toArchiveLine({ id, fields, tooLarge }: Entry): string {
  return `${JSON.stringify({ id, fields, tooLarge })}\n`
}

/** Entries of one file, unpacked as they are asked for. Rejects if the file is damaged. */
export async function* readArchiveFile(path: string, stream: string): AsyncGenerator<Entry> {
  const packed = createReadStream(path)
  const text = createGunzip()
  packed.on('error', error => text.destroy(error))
  packed.pipe(text)
  try {
    // An interface over a failing stream would just end: the error has to be asked for.
    let failed: Error | undefined
    text.once('error', (error) => {
      failed = error
    })
    for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY }))
      yield { stream, ...JSON.parse(line) as Omit<Entry, 'stream'> }
    if (failed)
      throw failed
  }
  finally {
    packed.destroy()
    text.destroy()
  }
}
