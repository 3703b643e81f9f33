import type { EpochMs } from '../../../shared/words/time/time.ts'
import type { BackupSource } from './BackupSource.ts'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { BackupWriter } from './BackupWriter.ts'
import { TRANSIENT } from './transient.ts'

/** Folders of DATA_DIR that go along: not credentials (`open311.keys`), nor what a server wrote about itself. */
const FOLDERS = ['archive', 'attachments']
/** Secrets of the log that go along, so that names given out stay the same; those of people and systems do not. */
const SECRETS = ['alias']

export interface BackedUp {
  entries: number
  files: number
}

/**
 * Writes a log as it stood at one moment, with what stands beside it, into one file. Files are read after the entries: what left the log
 * meanwhile stands in the archive by then.
 */
export async function writeBackup(path: string, { source, dataDir, district, at }: { source: BackupSource, dataDir: string, district: string, at: EpochMs }): Promise<BackedUp> {
  const writer = new BackupWriter(path)
  const done = { entries: 0, files: 0 }
  try {
    await writer.write({ kind: 'head', version: 1, district, at: new Date(at).toISOString(), home: source.home })
    for (const stream of source.streams.filter(stream => !TRANSIENT.has(stream))) {
      for await (const entries of source.entries(stream)) {
        await writer.write({ kind: 'entries', stream, entries: entries.map(({ id, fields, tooLarge }) => ({ id, fields, ...(tooLarge !== undefined && { tooLarge }) })) })
        done.entries += entries.length
      }
      const before = await source.trimmed(stream)
      if (before !== undefined)
        await writer.write({ kind: 'trimmed', stream, before })
    }
    for await (const { body, name, cursor, at, stands } of source.checkpoints()) {
      await writer.write({ kind: 'checkpoint', name, cursor, at, ...(stands && { stands }) })
      await writer.body([body])
    }
    for (const name of SECRETS) {
      const secret = await source.secret(name)
      if (secret) {
        await writer.write({ kind: 'secret', name })
        await writer.body([secret])
      }
    }
    for (const path of await filesIn(dataDir)) {
      await writer.write({ kind: 'file', path })
      await writer.body(createReadStream(join(dataDir, path)))
      done.files++
    }
    await writer.end()
    return done
  }
  catch (error) {
    await writer.discard()
    throw error
  }
}

/** Unfinished ones left out. */
async function filesIn(dataDir: string): Promise<string[]> {
  const found: string[] = []
  for (const folder of FOLDERS) {
    const names = await readdir(join(dataDir, folder), { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT')
        return []
      throw error
    })
    for (const entry of names) {
      if (entry.isFile() && !entry.name.endsWith('.draft'))
        found.push(join(entry.parentPath, entry.name).slice(join(dataDir).length + 1).replaceAll('\\', '/'))
    }
  }
  return found.sort()
}
