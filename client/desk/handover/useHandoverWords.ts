import type { HandoverDraft } from '../../../shared/protocol/desk/handoverDraft.ts'
import type { Severity } from '../../../shared/words/severity.ts'
import { nextClock } from '../../../shared/families/incident/reading/clocksOf.ts'
import { outside } from '../../words/outside.ts'
import { useFormat } from '../../words/useFormat.ts'
import { useMatterWords } from '../../words/useMatterWords.ts'
import { say } from '../../words/say.ts'
import { usePart } from '../../words/usePart.ts'
import { useWallWords } from '../../words/useWallWords.ts'
import en from './words/en.ts'
import zh from './words/zh.ts'
import { useClock } from '../../picture/clock.ts'
import { useProjection } from '../../picture/projection.ts'

/** The lists of a handover, in the order in which they are read. */
export const PARTS = ['open', 'changed', 'unacknowledged', 'unowned', 'aged', 'escalated', 'reported'] as const

export type PartName = (typeof PARTS)[number]

/** One matter of a handover as it is said; `known` is false for one that has left the picture. */
export interface HandoverLine {
  id: string
  known: boolean
  severity: Severity
  what: string
  where: string
  stage: string
  due: string
}

/** What a handover says, which comes with its code. */
export function useHandoverWords() {
  const words = usePart({ zh, en })
  const { texts, name } = useWallWords()
  const { about } = useMatterWords()
  const format = useFormat()
  const projection = useProjection()
  const clock = useClock()

  /** As it stands when it is called: the state changes in place. */
  function lineOf(id: string): HandoverLine {
    const { state } = projection
    const incident = state?.incident.incidents.get(id)
    if (!incident || !state)
      return { id, known: false, severity: 'IV', what: words.value.gone, where: '', stage: '', due: '' }
    const { severity, title, category, subcategory, grid, stage } = incident
    const due = nextClock(incident, state.limits)?.dueAt ?? Infinity
    return {
      id,
      known: true,
      severity,
      what: title ? outside(title) : about({ category, subcategory }),
      where: name(state.basis.grids[grid]!),
      stage: texts.value.incident.stage[stage],
      due: due === Infinity ? texts.value.common.absent : `${format.date(due, clock.now())} ${format.time(due)}`,
    }
  }

  return { words, say, lineOf, since: ({ since }: HandoverDraft) => say(words.value.since, { date: format.date(since, clock.now()), time: format.time(since) }) }
}
