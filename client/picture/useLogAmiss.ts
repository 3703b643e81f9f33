import type { ComputedRef } from 'vue'
import type { Frame } from '../../shared/protocol/frame.ts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useLink } from './link.ts'
import { useFormat } from '../words/useFormat.ts'
import { useSecond } from './useSecond.ts'

type Loss = NonNullable<NonNullable<Frame['log']>['loss']>

/** What is amiss with the log though it is read, in words for a strip, worst first: what it lost (T11), that it takes no writes (T10), may drop what it holds (T13), or goes by a wrong clock (T14). */
export function useLogAmiss(): { loss: ComputedRef<string | undefined>; others: ComputedRef<string[]> } {
  const link = useLink()
  const second = useSecond()
  const format = useFormat()
  const { t } = useI18n()

  function lost({ at, times, missing }: Loss): string {
    const sameDay = format.date(at) === format.date(second.value)
    const when = times > 1 ? t('truth.lossTimes', { time: format.time(at), n: times }) : t('truth.loss', { time: sameDay ? format.time(at) : `${format.date(at)} ${format.time(at)}` })
    return missing === 0 ? t('truth.lossNone', { when }) : t('truth.lossMissing', { when, n: missing })
  }

  return {
    loss: computed(() => link.log?.loss && lost(link.log.loss)),
    others: computed(() => {
      const { unwritable, unfit, clock: fault } = link.log ?? {}
      return [
        ...unwritable ? [t('truth.unwritable')] : [],
        ...unfit ? [t('truth.unfit')] : [],
        ...fault ? [t(`truth.clock.${fault.fault}`, { duration: format.duration(fault.ms) })] : [],
      ]
    }),
  }
}
