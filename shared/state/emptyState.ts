import type { Basis } from '../domain/basis.ts'
import type { State } from './State.ts'
import { emptyGround } from '../kernel/emptyGround.ts'
import { STREAMS } from '../words/stream.ts'
import { FAMILIES } from './families.ts'

/** The state before the first event of a district. */
export function emptyState(basis: Basis): State {
  const ground = emptyGround(basis)
  return { ...ground, ...Object.fromEntries(STREAMS.map(stream => [FAMILIES[stream].key, FAMILIES[stream].empty(ground)])) } as State
}
