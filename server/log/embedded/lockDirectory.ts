import { LogUnavailableError } from '../LogUnavailableError.ts'
import { DirectoryLock } from './DirectoryLock.ts'

/** @throws LogUnavailableError if the directory is in use or cannot be written */
export function lockDirectory(path: string): DirectoryLock {
  try {
    return new DirectoryLock(path)
  }
  catch (error) {
    if (error instanceof LogUnavailableError)
      throw error
    throw new LogUnavailableError(`The embedded log cannot use ${path} (${error instanceof Error ? error.message : String(error)}); set DATA_DIR to a directory that can be written.`, { cause: error })
  }
}
