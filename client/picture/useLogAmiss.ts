import type { ComputedRef } from 'vue'
import type { Frame } from '../../shared/protocol/frame.ts'
import { computed } from 'vue'
import { useLink } from './link.ts'
import { useFormat } from '../words/useFormat.ts'
import { useSecond } from './useSecond.ts'
import { useTexts } from '../words/useTexts.ts'
import { say } from '../words/say.ts'

type Loss = NonNullable<NonNullable<Frame['log']>['loss']>

/** What is amiss with the log though it is read, in words for a strip, worst first: what it lost (T11), that it takes no writes (T10), may drop what it holds (T13), or goes by a wrong clock (T14). */
export function useLogAmiss(): { loss: ComputedRef<string | undefined>; others: ComputedRef<string[]> } {
  const link = useLink()
  const second = useSecond()
  const format = useFormat()
  const texts = useTexts()

  function lost({ at, times, missing }: Loss): string {
    const sameDay = format.isSameDay(at, second.value)
    const when = times > 1 ? say(texts.value.truth.lossTimes, { time: format.time(at), n: times }) : say(texts.value.truth.loss, { time: sameDay ? format.time(at) : `${format.date(at, second.value)} ${format.time(at)}` })
    return missing === 0 ? say(texts.value.truth.lossNone, { when }) : say(texts.value.truth.lossMissing, { when, n: missing })
  }

  return {
    loss: computed(() => link.log?.loss && lost(link.log.loss)),
    others: computed(() => {
      const { unwritable, unfit, clock: fault } = link.log ?? {}
      return [
        ...unwritable ? [texts.value.truth.unwritable] : [],
        ...unfit ? [texts.value.truth.unfit] : [],
        ...fault ? [say(texts.value.truth.clock[fault.fault], { duration: format.duration(fault.ms) })] : [],
      ]
    }),
  }
}
