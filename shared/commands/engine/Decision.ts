import type { DataOf } from '../../state/eventTypes.ts'
import type { EpochMs } from '../../words/time/time.ts'

type EngineType = 'incident.escalated' | 'incident.warned' | 'incident.call-passed' | 'incident.supervised'

/** What the engine does, as it is counted. */
export type DecisionKind = 'escalated' | 'warned' | 'call-warned' | 'call-passed' | 'yellow' | 'red' | 'order'

/** Something that falls due of itself at a moment, and the event that says so. */
export interface Decision {
  kind: DecisionKind
  at: EpochMs
  event: { [T in EngineType]: { type: T; data: DataOf<T> } }[EngineType]
}
