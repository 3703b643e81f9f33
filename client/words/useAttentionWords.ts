import type { Attention } from '../../shared/indicators/attentionList.ts'
import { useFormat } from './useFormat.ts'
import { useMatterWords } from './useMatterWords.ts'
import { useWallWords } from './useWallWords.ts'

/** Why a grid needs somebody, and since or until when: 燃气泄漏 待确认, 剩 58分. */
export function useAttentionWords() {
  const { t } = useWallWords()
  const { about } = useMatterWords()
  const format = useFormat()

  return {
    why({ reason, count, category, subcategory, stage }: Attention): string {
      const what = category ? about({ category, subcategory }) : ''
      if (reason === 'matter-I' || reason === 'matter-II')
        return `${what} ${stage ? t(`wall.waits.${stage}`) : ''}`
      return t(`wall.attention.reason.${reason}`, { count, what })
    },
    clockWord: ({ clock }: Attention) => t(`wall.attention.clock.${clock.word}`),
    clockTime: ({ clock }: Attention) => format.duration(clock.ms),
  }
}
