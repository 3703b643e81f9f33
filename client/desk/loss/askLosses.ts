import type { Loss } from '../../../shared/protocol/desk/loss.ts'
import type { LossAnswer } from '../../../shared/protocol/desk/lossAnswer.ts'
import type { LossSign } from '../../../shared/protocol/desk/lossSign.ts'
import { losses } from '../../../shared/protocol/desk/loss.ts'
import { lossAnswer } from '../../../shared/protocol/desk/lossAnswer.ts'
import { askJson } from '../../base/askJson.ts'

/** What the log lost, newest first, with who signed for it (T11). @throws CutError where it cannot be got */
export async function fetchLosses(base: string, signal: AbortSignal): Promise<Loss[]> {
  return (await askJson(losses, new URL('api/v1/losses?audience=desk', base), { signal })).losses
}

/** Signs for a loss and those before it (T12); sent again it has one effect. @throws CutError where it is not known what became of it */
export function signLoss(base: string, sign: LossSign, signal: AbortSignal): Promise<LossAnswer> {
  return askJson(lossAnswer, new URL('api/v1/losses', base), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sign),
    signal,
  })
}
