import type { PatrolGround } from './PatrolGround.ts'
import type { SosCall } from './SosCall.ts'
import { ENTITY } from '../../kernel/entity.ts'
import { mix } from '../../kernel/GridDigest.ts'
import { hash32 } from '../../words/hash32.ts'

/** Makes a call's share of the digest anew and adds it; of what it was before it must have been taken away. Nothing that only a desk has is in it. */
export function hashCall({ digest }: PatrolGround, call: SosCall): void {
  const { id, at, againAt, entry, stage, calledAt, calls, calledTo, signedAt, endedAt, outcome } = call
  mix(ENTITY.sos, [hash32(id), at, againAt, hash32(entry), hash32(stage), calledAt, calls, hash32(calledTo ?? ''), signedAt, endedAt, hash32(outcome ?? '')], call)
  digest.add(call.grid, 1, call)
}
