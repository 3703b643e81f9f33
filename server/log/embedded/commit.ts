import type { Database } from 'lmdb'
import { LogFullError } from '../LogFullError.ts'

/**
 * Runs `action` in a transaction; resolves with its answer once that is committed.
 * @throws LogFullError with the reason if the disk refuses
 */
export async function commit<T>(database: Pick<Database, 'transaction'>, action: () => T): Promise<T> {
  try {
    return await database.transaction(action)
  }
  catch (error) {
    throw toRefused(await reasonOf(error))
  }
}

/** LMDB tells of a disk that took half a page by another number than of one that took nothing: whatever it gives, the disk refused. */
export function toRefused(reason: unknown): LogFullError {
  return new LogFullError(`The embedded log could not write: ${reason instanceof Error ? reason.message : String(reason)}. Is the disk of DATA_DIR full?`, { cause: reason })
}

/** lmdb tells why a commit failed by a promise that it hangs on its error; it always rejects and must not be left alone. */
async function reasonOf(error: unknown): Promise<unknown> {
  try {
    if (error instanceof Error && 'commitError' in error)
      await error.commitError
    return error
  }
  catch (reason) {
    return reason
  }
}
