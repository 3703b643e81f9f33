import type { PatrolEvent } from './PatrolEvent.ts'
import type { PatrolGround } from './PatrolGround.ts'
import { SOS_SHOWN_MS } from '../../domain/sosShownMs.ts'
import { touch } from '../../kernel/touch.ts'
import { changeCall } from './changeCall.ts'
import { putCall } from './putCall.ts'
import { sosIdOf } from './sosId.ts'

/**
 * An SOS raises a call for help, or presses again for one that is there: while nobody has signed for it, and for half an hour after it was
 * pressed last while it has not ended. Calls go by the order of the log, as matters do.
 */
export function raiseCall(ground: PatrolGround, { subject: worker, entry }: Pick<PatrolEvent, 'subject' | 'entry'>, grid: number, at: number, touched: number[]): void {
  if (grid < 0)
    return
  const call = ground.patrol.callsByGrid[grid]!.get(worker)
  const isSame = call && (call.stage === 'calling' || (call.stage === 'signed' && at - call.againAt <= SOS_SHOWN_MS))
  if (call && at <= call.againAt)
    return
  if (isSame)
    changeCall(ground, call, { againAt: at })
  else
    putCall(ground, { id: sosIdOf(entry), worker, grid, at, againAt: at, entry, stage: 'calling', calledAt: at, calls: 0, signedAt: 0, endedAt: 0 })
  touch(touched, grid)
}
