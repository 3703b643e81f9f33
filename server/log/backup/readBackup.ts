import type { BackupRecord } from './BackupRecord.ts'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { BackupError } from './BackupError.ts'

/** The records of a backup, all but its end. @throws BackupError after the last one if the file is cut off or is not what was written */
export async function* readBackup(path: string): AsyncGenerator<BackupRecord> {
  const hash = createHash('sha256')
  const packed = createReadStream(path)
  const text = createGunzip()
  let failed: Error | undefined
  packed.on('error', error => text.destroy(error))
  text.on('error', error => failed = error)
  packed.pipe(text)
  let lines = 0
  let whole = false
  try {
    for await (const line of createInterface({ input: text, crlfDelay: Infinity })) {
      const record = parse(line)
      if (lines === 0 && !(record?.kind === 'head' && record.version === 1))
        break
      if (record?.kind === 'end') {
        whole = record.lines === lines && record.sha256 === hash.digest('hex')
        break
      }
      if (!record)
        break
      hash.update(`${line}\n`)
      lines++
      yield record
    }
  }
  catch (error) {
    failed = error as Error
  }
  finally {
    packed.destroy()
    text.destroy()
  }
  if (!whole || failed)
    throw new BackupError(`${path} is not a whole backup of Wangge${failed ? ` (${failed.message})` : lines === 0 ? '' : ': it is cut off, or something in it is not what was written'}; take an older one.`)
}

function parse(line: string): BackupRecord | undefined {
  try {
    return JSON.parse(line) as BackupRecord
  }
  catch {
    return undefined
  }
}
