import { say } from '../../words/say.ts'
import { usePart } from '../../words/usePart.ts'
import en from './words/en.ts'
import zh from './words/zh.ts'

/** What the form for calls says, which comes with its code. */
export function useCallWords() {
  return { words: usePart({ zh, en }), say }
}
