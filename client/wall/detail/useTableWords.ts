import type { ComputedRef } from 'vue'
import type { Attention } from '../../../shared/indicators/grid/attentionList.ts'
import type { Category } from '../../../shared/words/category/category.ts'
import type { Level } from '../../../shared/words/level.ts'
import { computed } from 'vue'
import { difference } from '../../charts/difference.ts'
import { useAttentionReading } from '../../picture/useAttentionReading.ts'
import { useFormat } from '../../words/useFormat.ts'
import { useMatterWords } from '../../words/useMatterWords.ts'
import { usePart } from '../../words/usePart.ts'
import { useWallWords } from '../../words/useWallWords.ts'
import en from '../../words/messages/en/detail.ts'
import zh from '../../words/messages/zh/detail.ts'
import { say } from '../../words/say.ts'

type NumberKey = 'inGrid' | 'inCommunity' | 'onTime' | 'open' | 'overdue' | 'dueSoon' | 'onDuty' | 'noSignal' | 'absent' | 'offRoster'

/** The words of the tables; another language gives other ones. */
export function useTableWords() {
  const { texts, name } = useWallWords()
  const words = usePart({ zh, en })
  const format = useFormat()
  const attention = useAttentionReading()
  const { placeOf } = useMatterWords()

  return computed(() => ({
    words: words.value,
    name,
    placeOf,
    difference,
    absent: texts.value.common.absent,
    asOf: texts.value.common.asOf,
    headline: (key: NumberKey) => texts.value.wall.headline[key],
    hour: (hour: number) => say(texts.value.wall.hours.hour, { hour }),
    category: (category: Category) => texts.value.category.of[category],
    level: (level: Level) => texts.value.incident.level[level],
    percent: (share: number | undefined) => share === undefined ? texts.value.common.absent : `${format.share(share)}%`,
    why: attention.why,
    attentionClock(each: Attention) {
      const clock = attention.clock(each)
      return [attention.asOf(each), clock && `${clock.word} ${clock.time}`].filter(Boolean).join(' · ')
    },
  }))
}

export type TableWords = ReturnType<typeof useTableWords> extends ComputedRef<infer Words> ? Words : never
