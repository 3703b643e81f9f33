import type { SentEvent } from '../day/SimulatedEvent.ts'

/** What became of one try to hand over a batch. */
export type Attempt =
  /** It was answered; `refused` names the first event that was not wanted. */
  | { outcome: 'answered'; refused?: string }
  /** Not now: the same batch again, after `afterMs` if the other side named a time. */
  | { outcome: 'again'; because: string; afterMs?: number }

/** A public way in. */
export interface Target {
  /** Tries once, in order. Throws CannotRunError where trying again is of no use. */
  attempt: (batch: readonly SentEvent[], signal: AbortSignal) => Promise<Attempt>
  close: () => void
}
