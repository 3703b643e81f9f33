import type { RootDatabase } from 'lmdb'
import type { DirectoryLock } from './DirectoryLock.ts'
import { join } from 'node:path'
import { open } from 'lmdb'
import { LogUnavailableError } from '../LogUnavailableError.ts'
import { MOST_DATABASES } from './mostStreams.ts'

/** Frees the directory if it throws. @throws LogUnavailableError if LMDB does not take the file */
export function openRoot(path: string, lock: DirectoryLock): RootDatabase {
  try {
    // Batching by event turn would leave a rejected promise of its own behind when the disk is full, which ends the process.
    return open({ path: join(path, 'lmdb'), maxDbs: MOST_DATABASES, noSubdir: false, eventTurnBatching: false })
  }
  catch (error) {
    lock[Symbol.dispose]()
    throw new LogUnavailableError(`The embedded log in ${path} cannot be opened (${error instanceof Error ? error.message : String(error)}); restore it from a copy, or set DATA_DIR to another directory.`, { cause: error })
  }
}
