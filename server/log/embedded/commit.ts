import type { Database } from 'lmdb'
import { LogUnavailableError } from '../LogUnavailableError.ts'

/**
 * Runs `action` in a transaction; resolves with its answer once that is committed.
 * @throws LogUnavailableError with the reason if the disk refuses
 */
export async function commit<T>(database: Pick<Database, 'transaction'>, action: () => T): Promise<T> {
  try {
    return await database.transaction(action)
  }
  catch (error) {
    throw toRefused(await reasonOf(error))
  }
}

export function toRefused(reason: unknown): LogUnavailableError {
  return new LogUnavailableError(`The embedded log could not write: ${reason instanceof Error ? reason.message : String(reason)}. Is the disk of DATA_DIR full?`, { cause: reason })
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
