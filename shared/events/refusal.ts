import { z } from 'zod'

/** Why an event is refused at a way in, or ends in the stream `rejected`. A closed set. */
const REFUSAL_REASONS = ['not-json', 'too-large', 'bad-envelope', 'unknown-type', 'bad-data', 'outside-district', 'unlawful', 'not-allowed', 'too-many'] as const

export const refusalReason = z.enum(REFUSAL_REASONS).meta({ id: 'RefusalReason' })

export type RefusalReason = z.infer<typeof refusalReason>

/** A refusal as a value: `path` points into the event (`data.place.lng`), `message` says the fix. */
export interface Refusal {
  reason: RefusalReason
  path: string
  message: string
}
