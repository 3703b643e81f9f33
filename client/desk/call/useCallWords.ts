import { say } from '../../words/say.ts'
import { usePart } from '../../words/usePart.ts'
import en from '../../words/messages/en/deskCall.ts'
import zh from '../../words/messages/zh/deskCall.ts'

/** What the form for calls says, which comes with its code. */
export function useCallWords() {
  return { words: usePart({ zh, en }), say }
}
