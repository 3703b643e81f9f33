import type { SimulatedEvent } from '../day/SimulatedEvent.ts'
import type { SeenCall } from './lookAtCalls.ts'

/** So often is it looked for a call that nobody sees yet, before nobody answers it any more. */
const MOST_LOOKS = 20

interface Owed {
  event: SimulatedEvent
  looks: number
}

/**
 * Answers to calls for help are planned by worker, for a call is named by the entry that raised it, which the log alone gives. So who answers
 * looks first: at calls that stand open, and again a moment later where the press was not heard yet. What somebody at the desk has done is left out.
 */
export class OwedAnswers {
  private owed: Owed[] = []

  /** @param look what everybody sees now; undefined if it cannot be seen */
  constructor(private readonly look: (signal: AbortSignal) => Promise<SeenCall[] | undefined>) {}

  /** The events as they are told: answers go first and name their call. */
  async adapt(events: readonly SimulatedEvent[], signal: AbortSignal): Promise<SimulatedEvent[]> {
    const others = events.filter(event => !isAnswer(event))
    this.owed.push(...events.filter(isAnswer).map(event => ({ event, looks: 0 })))
    if (this.owed.length === 0)
      return others
    const calls = (await this.look(signal))?.map(call => ({ ...call })) ?? []
    const told: SimulatedEvent[] = []
    const later: Owed[] = []
    for (const { event, looks } of this.owed) {
      const call = calls.findLast(({ worker, stage }) => worker === event.subject && stage !== 'ended')
      const isNext = call?.stage === (event.type === 'patrol.sos-signed' ? 'calling' : 'signed')
      if (call && isNext) {
        call.stage = event.type === 'patrol.sos-signed' ? 'signed' : 'ended'
        told.push({ ...event, subject: call.id })
      }
      else if (!call && looks < MOST_LOOKS) {
        later.push({ event, looks: looks + 1 })
      }
    }
    this.owed = later
    return [...told, ...others]
  }
}

function isAnswer({ type }: SimulatedEvent): boolean {
  return type === 'patrol.sos-signed' || type === 'patrol.sos-ended'
}
