import type { EntryId } from '../../shared/words/entryId.ts'
import { appendFile, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A span of a stream that was written to the archive, verified, and then trimmed from the log. */
export interface ArchivedSpan {
  first: EntryId
  last: EntryId
  entries: number
}

/** Notes a verified file in `DATA_DIR/archive/<stream>.ndjson`, on disk when this resolves: so a file that is gone later is missed. */
export async function noteArchived(dataDir: string, stream: string, span: ArchivedSpan): Promise<void> {
  const path = pathOf(dataDir, stream)
  await appendFile(path, `${JSON.stringify(span)}\n`)
  const file = await open(path, 'r+')
  try {
    await file.sync()
  }
  finally {
    await file.close()
  }
}

/** All spans that were ever noted; none for an archive that is older than the list. A line that was cut off is passed over: its span is archived again. */
export async function listArchived(dataDir: string, stream: string): Promise<ArchivedSpan[]> {
  const text = await readFile(pathOf(dataDir, stream), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT')
      return ''
    throw error
  })
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as ArchivedSpan]
    }
    catch {
      return []
    }
  })
}

function pathOf(dataDir: string, stream: string): string {
  return join(dataDir, 'archive', `${stream}.ndjson`)
}
