import { z } from 'zod'

const TIMEOUT_MS = 10_000
const heard = z.object({ heard: z.record(z.string(), z.number()) })

/** Whether a server's log has never held an event of the district; false where it does not say. */
export async function holdsNothing(base: string, district: string): Promise<boolean> {
  try {
    const response = await fetch(new URL(`/api/v1/state?audience=screen&region=${district}`, base), { signal: AbortSignal.timeout(TIMEOUT_MS) })
    const answer = heard.safeParse(await response.json())
    return answer.success && Object.values(answer.data.heard).every(at => at === 0)
  }
  catch {
    return false
  }
}
