import { say, usePart } from '../../../composables/usePart.ts'
import en from '../../../i18n/messages/en/deskCall.ts'
import zh from '../../../i18n/messages/zh/deskCall.ts'

/** What the form for calls says, which comes with its code. */
export function useCallWords() {
  return { words: usePart({ zh, en }), say }
}
