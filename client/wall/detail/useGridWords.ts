import type { GridCover } from '../../../shared/indicators/cover/onDutyCover.ts'
import type { Severity } from '../../../shared/words/severity.ts'
import { useFormat } from '../../words/useFormat.ts'
import { say } from '../../words/say.ts'
import { usePart } from '../../words/usePart.ts'
import { useSecond } from '../../picture/useSecond.ts'
import { useWallWords } from '../../words/useWallWords.ts'
import en from '../../words/messages/en/detail.ts'
import zh from '../../words/messages/zh/detail.ts'

/** What is said of a grid in a row of a table. */
export function useGridWords() {
  const { texts, name } = useWallWords()
  const words = usePart({ zh, en })
  const format = useFormat()
  const second = useSecond()
  const ago = (at: number) => at > 0 ? say(words.value.ago, { duration: format.duration(second.value - at) }) : words.value.never

  return {
    words,
    name,
    severity: (severity: Severity) => texts.value.incident.severityShort[severity],
    cover: ({ cover }: GridCover) => texts.value.wall.coverWord[cover],
    /** How long nobody has been there or nothing was heard; of a covered grid the newest sign of life. */
    since: ({ since }: GridCover) => ago(since),
    visit: ago,
  }
}
