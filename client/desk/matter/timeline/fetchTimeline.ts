import type { IncidentEvent } from '../../../../shared/families/incident/IncidentEvent.ts'
import { z } from 'zod'
import { FetchFailedError } from '../../../base/FetchFailedError.ts'
import { pageBase } from '../../../base/pageBase.ts'

/** The history of one matter as the desk gets it, oldest first. */
export interface Timeline {
  /** How many there are in all. */
  version: number
  events: IncidentEvent[]
  whole: boolean
  /** So many are left out before that entry, though moves of then may be told. */
  earlier?: { count: number; before: string } | undefined
}

const answerSchema = z.object({
  version: z.number(),
  whole: z.boolean(),
  earlier: z.object({ count: z.number(), before: z.string() }).optional(),
  events: z.array(z.looseObject({ stream: z.literal('incident'), entry: z.string(), type: z.string(), time: z.string(), subject: z.string(), actor: z.string().optional(), data: z.looseObject({}) })),
})

/** Gets what happened to one matter, its moves and newest comments (C17), or the ones before an entry (C21). @throws FetchFailedError, or the abort's own error */
export async function fetchTimeline(id: string, signal: AbortSignal, older?: { before: string; limit: number }): Promise<Timeline> {
  const which = older ? `&before=${older.before}&limit=${older.limit}` : ''
  const answer = await fetch(new URL(`api/v1/incidents/${encodeURIComponent(id)}/timeline?audience=desk${which}`, pageBase()), { signal })
  const parsed = answerSchema.safeParse(answer.ok ? await answer.json() : undefined)
  if (!parsed.success)
    throw new FetchFailedError(`the timeline answered ${answer.status}`)
  // Servers send what they have folded themselves, so its data fits the types.
  return parsed.data as unknown as Timeline
}
