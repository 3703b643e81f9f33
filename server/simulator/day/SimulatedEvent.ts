import type { DataOf, EventType } from '../../../shared/state/eventTypes.ts'
import type { EpochMs } from '../../../shared/words/time/time.ts'

/** An event of the simulated district. Its `source` is {@link SOURCE}, its time `at` of the simulated clock. */
export type SimulatedEvent = { [K in EventType]: SimulatedEventOf<K> }[EventType]

export interface SimulatedEventOf<K extends EventType> {
  type: K
  /** The same seed, scenario and happening give the same id, so that what is sent again appends once. */
  id: string
  at: EpochMs
  subject: string
  actor?: string | undefined
  data: DataOf<K>
}

/** Marks everything that is invented here. */
export const SOURCE = 'simulator'

/** CloudEvents attributes as the ways in take them. */
export function toEnvelope({ type, id, at, subject, actor, data }: SimulatedEvent) {
  return { type, source: SOURCE, id, time: new Date(at).toISOString(), subject, ...(actor !== undefined && { actor }), data }
}

export type SentEvent = ReturnType<typeof toEnvelope>
