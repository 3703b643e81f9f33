import type { IncidentEvent } from '../../../../shared/families/incident/IncidentEvent.ts'
import { z } from 'zod'
import { FetchFailedError } from '../../../base/FetchFailedError.ts'
import { pageBase } from '../../../base/pageBase.ts'

/** The history of one matter as the desk gets it, oldest first; `whole` is false where its beginning is missing. */
export interface Timeline {
  events: IncidentEvent[]
  whole: boolean
}

const answerSchema = z.object({
  whole: z.boolean(),
  events: z.array(z.looseObject({ stream: z.literal('incident'), entry: z.string(), type: z.string(), time: z.string(), subject: z.string(), actor: z.string().optional(), data: z.looseObject({}) })),
})

/** Gets everything that happened to one matter (C17). @throws FetchFailedError, or the abort's own error */
export async function fetchTimeline(id: string, signal: AbortSignal): Promise<Timeline> {
  const answer = await fetch(new URL(`api/v1/incidents/${encodeURIComponent(id)}/timeline?audience=desk`, pageBase()), { signal })
  const parsed = answerSchema.safeParse(answer.ok ? await answer.json() : undefined)
  if (!parsed.success)
    throw new FetchFailedError(`the timeline answered ${answer.status}`)
  // Servers send what they have folded themselves, so its data fits the types.
  return parsed.data as unknown as Timeline
}
