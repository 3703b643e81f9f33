import type { WanggeEvent } from '../../shared/state/event.ts'
import type { Refusal } from '../../shared/events/refusal.ts'
import type { Entry } from '../log/EventLog.ts'

/** What became of an entry before any fold sees it (R1). */
export type EntryRead =
  | { outcome: 'event'; entry: Entry; event: WanggeEvent }
  | { outcome: 'rejected'; entry: Entry; refusal: Refusal }
  | { outcome: 'not-understood'; entry: Entry; type: string }
