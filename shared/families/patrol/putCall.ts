import type { PatrolGround } from './PatrolGround.ts'
import type { SosCall, SosFacts } from './SosCall.ts'
import { compareEntryIds } from '../../words/entryId.ts'
import { hashCall } from './hashCall.ts'
import { CALLS_KEPT } from './PatrolSlice.ts'
import { SOS_STAGES } from './SosCall.ts'

/** Puts a call for help, in place of an earlier one of its worker in that grid. At the bound what has ended leaves first, then what was signed for, the oldest of them. */
export function putCall(ground: PatrolGround, facts: SosFacts): void {
  const { calls, callsByGrid } = ground.patrol
  const there = callsByGrid[facts.grid]!
  const before = there.get(facts.worker) ?? (there.size >= CALLS_KEPT ? [...there.values()].reduce((first, each) => leavesBefore(each, first) ? each : first) : undefined)
  if (before) {
    ground.digest.add(before.grid, -1, before)
    there.delete(before.worker)
    calls.delete(before.id)
  }
  const call: SosCall = { ...facts, low: 0, high: 0 }
  there.set(call.worker, call)
  calls.set(call.id, call)
  hashCall(ground, call)
}

function leavesBefore(one: SosCall, other: SosCall): boolean {
  const rank = ({ stage }: SosCall) => SOS_STAGES.indexOf(stage)
  return rank(one) === rank(other) ? compareEntryIds(one.id.slice(4), other.id.slice(4)) < 0 : rank(one) > rank(other)
}
