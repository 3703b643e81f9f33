import type { ShownIncident } from '../../shared/indicators/open/ShownIncident.ts'
import { useMatterWords } from '../words/useMatterWords.ts'
import { useFormat } from '../words/useFormat.ts'
import { say } from '../words/say.ts'
import { usePart } from '../words/usePart.ts'
import { useSecond } from './useSecond.ts'
import { useWallWords } from '../words/useWallWords.ts'
import en from '../words/messages/en/detail.ts'
import zh from '../words/messages/zh/detail.ts'

/** What is said of a matter: by closed words alone, never by somebody's text. */
export function useMatterRow() {
  const { texts, name } = useWallWords()
  const { about, near, placeOf } = useMatterWords()
  const words = usePart({ zh, en })
  const format = useFormat()
  const second = useSecond()

  return {
    words,
    name,
    what: about,
    near,
    placeOf,
    severity: ({ severity }: Pick<ShownIncident, 'severity'>) => texts.value.incident.severityShort[severity],
    stage: ({ stage }: Pick<ShownIncident, 'stage'>) => texts.value.wall.waits[stage],
    level: ({ level }: Pick<ShownIncident, 'level'>) => texts.value.incident.level[level],
    /** 11月24日 14:32, the day only where it is not today's, the year where it is another one. */
    moment(at: number): string {
      return format.isSameDay(at, second.value) ? format.time(at) : `${format.date(at, second.value)} ${format.time(at)}`
    },
    isOverdue: ({ dueAt }: Pick<ShownIncident, 'dueAt'>) => dueAt < second.value,
    /** 剩 58分, 超 9分; of what is closed when, and whether in time. */
    clock({ dueAt, closedAt, onTime, stage }: Pick<ShownIncident, 'dueAt' | 'closedAt' | 'onTime' | 'stage'>): string {
      if (closedAt > 0)
        return `${say(words.value.closedAt, { time: this.moment(closedAt) })} · ${onTime ? words.value.onTime : words.value.late}`
      if (dueAt === Infinity)
        return stage === 'rejected' || stage === 'merged' ? words.value.endedAt : words.value.noLimit
      const left = dueAt - second.value
      return `${texts.value.wall.attention.clock[left < 0 ? 'over' : 'left']} ${format.duration(Math.abs(left))}`
    },
  }
}

export type MatterRowWords = ReturnType<typeof useMatterRow>
