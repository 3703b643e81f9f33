import { say, usePart } from '../../../composables/usePart.ts'
import en from '../../../i18n/messages/en/deskAlarm.ts'
import zh from '../../../i18n/messages/zh/deskAlarm.ts'

/** What alarms say, which comes with their code. */
export function useAlarmWords() {
  return { words: usePart({ zh, en }), say }
}
