import { say } from '../../words/say.ts'
import { usePart } from '../../words/usePart.ts'
import en from './words/en.ts'
import zh from './words/zh.ts'

/** What alarms say, which comes with their code. */
export function useAlarmWords() {
  return { words: usePart({ zh, en }), say }
}
