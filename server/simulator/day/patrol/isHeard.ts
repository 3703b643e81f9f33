import type { EpochMs } from '../../../../shared/words/time/time.ts'
import type { DutySpan } from '../duty/dutySpans.ts'

/** Whether what a phone sends at a moment of its shift arrives. */
export function isHeard({ silent }: DutySpan, at: EpochMs): boolean {
  return !silent || at < silent.from || at >= silent.to
}
