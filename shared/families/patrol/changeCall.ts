import type { PatrolGround } from './PatrolGround.ts'
import type { SosCall, SosFacts } from './SosCall.ts'
import { hashCall } from './hashCall.ts'

/** Changes a call for help in place, with its share of the digest. */
export function changeCall(ground: PatrolGround, call: SosCall, to: Partial<SosFacts>): void {
  ground.digest.add(call.grid, -1, call)
  Object.assign(call, to)
  hashCall(ground, call)
}
