import { say } from '../../words/say.ts'
import { usePart } from '../../words/usePart.ts'
import en from '../../words/messages/en/deskAlarm.ts'
import zh from '../../words/messages/zh/deskAlarm.ts'

/** What alarms say, which comes with their code. */
export function useAlarmWords() {
  return { words: usePart({ zh, en }), say }
}
