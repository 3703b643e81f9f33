import type { HandoverAnswer } from '../../../shared/protocol/desk/handoverAnswer.ts'
import type { HandoverDraft } from '../../../shared/protocol/desk/handoverDraft.ts'
import type { HandoverSign } from '../../../shared/protocol/desk/handoverSign.ts'
import type { Handover } from '../../../shared/protocol/desk/handover.ts'
import { handovers } from '../../../shared/protocol/desk/handover.ts'
import { handoverAnswer } from '../../../shared/protocol/desk/handoverAnswer.ts'
import { handoverDraft } from '../../../shared/protocol/desk/handoverDraft.ts'
import { askJson } from '../../base/askJson.ts'

/** What this shift would hand over now (U1). @throws CutError where it cannot be got */
export function fetchDraft(base: string, signal: AbortSignal): Promise<HandoverDraft> {
  return askJson(handoverDraft, new URL('api/v1/handover?audience=desk', base), { signal })
}

/** Handovers that are kept, newest first. @throws CutError where they cannot be got */
export async function fetchHandovers(base: string, signal: AbortSignal): Promise<Handover[]> {
  return (await askJson(handovers, new URL('api/v1/handovers?audience=desk', base), { signal })).handovers
}

/** The one that waits for its second signature, whole; undefined where none does. @throws CutError where it cannot be got */
export async function fetchWaiting(base: string, signal: AbortSignal): Promise<Handover | undefined> {
  return (await askJson(handovers, new URL('api/v1/handovers?audience=desk&waiting=1', base), { signal })).handovers[0]
}

/** A kept one, whole: what each seat signed, line by line; undefined where it is kept no more. @throws CutError where it cannot be got */
export async function fetchHandover(base: string, id: string, signal: AbortSignal): Promise<Handover | undefined> {
  return (await askJson(handovers, new URL(`api/v1/handovers?audience=desk&id=${encodeURIComponent(id)}`, base), { signal })).handovers[0]
}

/** Signs (U2, U3); sent again it has one effect. @throws CutError where it is not known what became of it */
export function signHandover(base: string, sign: HandoverSign, signal: AbortSignal): Promise<HandoverAnswer> {
  return askJson(handoverAnswer, new URL('api/v1/handovers', base), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sign),
    signal,
  })
}
