import type { Audience } from '../../shared/audience/Audience.ts'
import type { DistrictResource } from '../../shared/protocol/districtResource.ts'
import type { Timers } from './Timers.ts'
import { backoffMs, LOOPS } from './backoff.ts'
import { FetchFailedError } from './FetchFailedError.ts'

/** Gets the district's data set, and does not give up: between two tries stands the back-off `reach`. */
export async function fetchDistrict(origin: string, audience: Audience, { now, after }: Timers, chance: () => number, failed: (attempt: number, nextAt: number) => void): Promise<DistrictResource> {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await fetch(new URL(`/api/v1/district?audience=${audience}`, origin), { signal: AbortSignal.timeout(30_000) })
      if (!answer.ok)
        throw new FetchFailedError(`the district answered ${answer.status}`)
      return await answer.json() as DistrictResource
    }
    catch {
      const waitMs = backoffMs(LOOPS.reach, attempt, chance())
      failed(attempt, now() + waitMs)
      await new Promise<void>((resolve) => {
        after(waitMs, resolve)
      })
    }
  }
}
