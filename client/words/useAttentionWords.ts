import type { Attention } from '../../shared/indicators/grid/attentionList.ts'
import { useFormat } from './useFormat.ts'
import { useMatterWords } from './useMatterWords.ts'
import { useTexts } from './useTexts.ts'
import { say } from './say.ts'

/** Why a grid needs somebody, and since or until when: 燃气泄漏 待确认, 剩 58分. */
export function useAttentionWords() {
  const texts = useTexts()
  const { about } = useMatterWords()
  const format = useFormat()

  return {
    why({ reason, count, category, subcategory, stage }: Attention): string {
      const what = category ? about({ category, subcategory }) : ''
      if (reason === 'incident-I' || reason === 'incident-II')
        return `${what} ${stage ? texts.value.wall.waits[stage] : ''}`
      return say(texts.value.wall.attention.reason[reason], { count, what })
    },
    clockWord: ({ clock }: Attention) => texts.value.wall.attention.clock[clock.word],
    clockTime: ({ clock }: Attention) => format.duration(clock.ms),
  }
}
