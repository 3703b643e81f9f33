import type { Attention } from '../../shared/indicators/grid/attentionList.ts'
import { REASONS } from '../../shared/indicators/grid/attentionList.ts'
import { readingOf, REASON_STREAMS } from '../../shared/indicators/grid/reasonStreams.ts'
import { useAttentionWords } from '../words/useAttentionWords.ts'
import { useStale } from './indicator/useStale.ts'
import { useStaleWords } from './indicator/useStaleWords.ts'
import { useTexts } from '../words/useTexts.ts'

/** T5, T20: the rows of what needs attention, each by the streams that feed it. */
export function useAttentionReading() {
  const texts = useTexts()
  const words = useAttentionWords()
  const staleWords = useStaleWords()
  const stale = new Map(REASONS.map(reason => [reason, useStale(REASON_STREAMS[reason])]))
  const staleOf = ({ reason }: Attention) => stale.get(reason)!.value
  const reading = (row: Attention) => readingOf(row.reason, staleOf(row).isStale)

  return {
    reading,
    /** Why it needs somebody; of what follows from a silence that is not known, that nothing is. */
    why: (row: Attention) => reading(row) === 'unknown' ? texts.value.wall.attention.unknown : words.why(row),
    /** Of when it is; empty for now. */
    asOf(row: Attention): string {
      const now = reading(row)
      return now === 'now' ? '' : now === 'grave-of-then' ? staleWords.stateAsOf(staleOf(row)) : staleWords.asOf(staleOf(row))
    },
    /** Since or until when; of what is not of now and not grave there is none. */
    clock(row: Attention): { word: string; time: string } | undefined {
      const now = reading(row)
      return now === 'now' || now === 'grave-of-then' ? { word: words.clockWord(row), time: words.clockTime(row) } : undefined
    },
  }
}
