import type { Audience } from '../../shared/words/Audience.ts'
import type { DistrictResource } from '../../shared/protocol/districtResource.ts'
import { FetchFailedError } from '../base/FetchFailedError.ts'

/** Gets the district's data set from the own server. @throws FetchFailedError, or the abort's own error */
export async function fetchDistrict(base: string, audience: Audience, signal: AbortSignal): Promise<DistrictResource> {
  const answer = await fetch(new URL(`api/v1/district?audience=${audience}`, base), { signal })
  if (!answer.ok)
    throw new FetchFailedError(`the district answered ${answer.status}`)
  return await answer.json() as DistrictResource
}
