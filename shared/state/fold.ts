import type { Folded } from '../kernel/Folded.ts'
import type { StreamName } from '../words/stream.ts'
import type { WanggeEvent } from './event.ts'
import type { State } from './State.ts'
import { STREAMS } from '../words/stream.ts'
import { familyOf } from './familyOf.ts'

const folds = new Map<string, (state: State, event: WanggeEvent) => Folded>(STREAMS.map((stream: StreamName) => [stream, familyOf(stream).fold]))

/** Applies one event to the slice of its stream, in place. Never throws on data; O(1). */
export function fold(state: State, event: WanggeEvent): Folded {
  return folds.get(event.stream)?.(state, event) ?? { outcome: 'not-understood' }
}
