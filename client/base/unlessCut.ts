import { CutError } from './CutError.ts'

const PATIENCE_MS = 15_000

/** What was asked for; undefined where the line was cut, or nothing came for so long. */
export async function unlessCut<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  try {
    return await ask(AbortSignal.timeout(PATIENCE_MS))
  }
  catch (error) {
    if (!(error instanceof CutError))
      throw error
    return undefined
  }
}
