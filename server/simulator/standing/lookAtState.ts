import type { z } from 'zod'

const TIMEOUT_MS = 10_000

/** The state of a district as its server tells the desk, by the schema of who asks; undefined where it does not answer. */
export async function lookAtState<T>(schema: z.ZodType<T>, base: string, district: string, signal: AbortSignal): Promise<T | undefined> {
  try {
    const response = await fetch(new URL(`/api/v1/state?audience=desk&region=${district}`, base), { signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]) })
    return schema.parse(await response.json())
  }
  catch {
    return undefined
  }
}
