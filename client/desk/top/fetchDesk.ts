import type { DeskResource } from '../../../shared/protocol/desk/deskResource.ts'
import { FetchFailedError } from '../../base/FetchFailedError.ts'

/** Gets what the district keeps for its desk: seats, people, units, checklists. @throws FetchFailedError, or the abort's own error */
export async function fetchDesk(base: string, signal: AbortSignal): Promise<DeskResource> {
  const answer = await fetch(new URL('api/v1/desk?audience=desk', base), { signal })
  if (!answer.ok)
    throw new FetchFailedError(`the desk answered ${answer.status}`)
  return await answer.json() as DeskResource
}
