import type { Stale } from './useStale.ts'
import { say } from '../../words/say.ts'
import { useFormat } from '../../words/useFormat.ts'
import { useSecond } from '../useSecond.ts'
import { useTexts } from '../../words/useTexts.ts'

/** Of when something is whose stream is late, and which stream that is. */
export function useStaleWords() {
  const texts = useTexts()
  const format = useFormat()
  const second = useSecond()
  const time = (since: number) => since > 0 ? format.time(since) : texts.value.truth.staleness.never

  return {
    /** 截至 14:17 */
    asOf: ({ since }: Stale) => say(texts.value.common.asOf, { time: time(since) }),
    /** 状态截至 14:17 */
    stateAsOf: ({ since }: Stale) => say(texts.value.common.stateAsOf, { time: time(since) }),
    /** 网格流迟 19分 */
    late: ({ stream, since }: Stale) => stream ? say(texts.value.common.streamLate, { stream: texts.value.truth.stream[stream], duration: format.duration(Math.max(0, second.value - since)) }) : '',
  }
}
