import type { EpochMs } from '../../../shared/words/time/time.ts'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { checkStream } from '../checkAppend.ts'
import { newSecretTail } from '../newSecretTail.ts'

/** Secrets as files of their own beside the log, for their owner alone; each is there whole or not at all. */
export class SecretFiles {
  constructor(private readonly folder: string) {}

  /** The secret of a name; where there is none it becomes `keep`, or a new one that was made at `now`. */
  get(name: string, keep: Uint8Array | undefined, now: EpochMs): Uint8Array {
    checkStream(name)
    const path = join(this.folder, `${name}.key`)
    return read(path) ?? make(this.folder, path, keep ?? Buffer.from(`${now}.${newSecretTail()}`))
  }
}

function read(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return undefined
    throw error
  }
}

function make(folder: string, path: string, secret: Uint8Array): Uint8Array {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = `${path}.${newSecretTail()}`
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeSync(file, secret)
    fsyncSync(file)
    // A link, unlike a rename, leaves what another has made meanwhile.
    linkSync(draft, path)
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw error
  }
  finally {
    closeSync(file)
    rmSync(draft, { force: true })
  }
  return readFileSync(path)
}
