import type { HandoverDraft } from '../../../shared/protocol/desk/handoverDraft.ts'
import type { PartName } from './useHandoverWords.ts'

/** These must be empty before anybody signs (U2). */
const MUST_BE_EMPTY: readonly PartName[] = ['unacknowledged', 'unowned', 'reportsDue']

/** Whether a shift cannot be signed over because of this part of it. */
export function isInTheWay(draft: HandoverDraft, part: PartName): boolean {
  return MUST_BE_EMPTY.includes(part) && draft[part].count > 0
}
