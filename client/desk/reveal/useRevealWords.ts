import type { RevealAnswer } from '../../../shared/protocol/desk/revealAnswer.ts'
import { say } from '../../words/say.ts'
import { usePart } from '../../words/usePart.ts'
import en from './words/en.ts'
import zh from './words/zh.ts'

/** What is said of contact that is masked. */
export function useRevealWords() {
  const words = usePart({ zh, en })
  return {
    words,
    say,
    /** Why nothing was shown. */
    refusal({ reason, seconds, message }: Extract<RevealAnswer, { accepted: false }>): string {
      if (reason === 'too-many' && seconds !== undefined)
        return say(words.value.tooMany, { seconds })
      return reason === 'log-away' ? words.value.away : say(words.value.refused, { message })
    },
  }
}
