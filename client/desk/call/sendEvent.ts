import { z } from 'zod'
import { refusalReason } from '../../../shared/events/refusal.ts'
import { CutError } from '../../base/CutError.ts'

const result = z.union([
  z.object({ accepted: z.literal(true), id: z.string(), entry: z.string() }),
  z.object({ accepted: z.literal(false), reason: refusalReason, path: z.string(), message: z.string() }),
])

const body = z.object({ results: z.array(result).length(1) })

export type EventResult = z.infer<typeof result>

/**
 * Sends one event by the public way in. With its own `source` and `id` it may be sent again at any time: it is kept once (W2).
 * @throws CutError where it is not known what became of it
 */
export async function sendEvent(base: string, event: object, signal: AbortSignal): Promise<EventResult> {
  try {
    const answer = await fetch(new URL('api/v1/events', base), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(event),
      signal,
    })
    return body.parse(await answer.json()).results[0]!
  }
  catch {
    throw new CutError('no answer to the event')
  }
}
