import type { SosCall } from '../../families/patrol/SosCall.ts'
import type { State } from '../../state/State.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { EpochMs } from '../../words/time/time.ts'
import { SOS_OPEN_MS } from '../../domain/sosOpenMs.ts'
import { isWithin } from '../../words/regionCode.ts'

/** Calls for help that nobody has signed for, pressed within the last day. */
export function* callingSos({ patrol, basis }: Pick<State, 'patrol' | 'basis'>, region: RegionCode, now: EpochMs): Generator<SosCall> {
  for (const call of patrol.calls.values()) {
    if (call.stage === 'calling' && now - call.againAt <= SOS_OPEN_MS && isWithin(basis.grids[call.grid]!, region))
      yield call
  }
}
