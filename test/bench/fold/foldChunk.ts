import type { WanggeEvent } from '../../../shared/state/event.ts'
import type { State } from '../../../shared/state/State.ts'
import { fold } from '../../../shared/state/fold.ts'
import { cpuMs } from '../cpuClock.ts'

/** Folds events and answers how long it took, ms. An event that does not apply is the bench's own fault. */
export function foldChunk(state: State, events: readonly WanggeEvent[]): number {
  const began = cpuMs()
  let applied = 0
  for (const event of events) {
    if (fold(state, event).outcome === 'applied')
      applied++
  }
  const ms = cpuMs() - began
  if (applied !== events.length)
    throw new Error(`${events.length - applied} of ${events.length} events of the bench did not apply`)
  return ms
}
