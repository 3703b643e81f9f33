import type { Handover } from '../../../shared/protocol/desk/handover.ts'
import type { HandoverDraft, HandoverLine as KeptLine } from '../../../shared/protocol/desk/handoverDraft.ts'
import type { Severity } from '../../../shared/words/severity.ts'
import { nextClock } from '../../../shared/families/incident/reading/clocksOf.ts'
import { outside, outsideLines } from '../../words/outside.ts'
import { useFormat } from '../../words/useFormat.ts'
import { useMatterWords } from '../../words/useMatterWords.ts'
import { say } from '../../words/say.ts'
import { usePart } from '../../words/usePart.ts'
import { useWallWords } from '../../words/useWallWords.ts'
import en from './words/en.ts'
import zh from './words/zh.ts'
import { useClock } from '../../picture/clock.ts'
import { useDeskDistrict } from '../top/deskDistrict.ts'
import { useProjection } from '../../picture/projection.ts'

/** The lists of a handover, in the order in which they are read. */
export const PARTS = ['open', 'unacknowledged', 'unowned', 'reportsDue', 'aged', 'changed', 'escalated', 'reported'] as const

export type PartName = (typeof PARTS)[number]

/** A signature is read in other years: its date has its own. */
const ON_PAPER = 0

/** One matter of a handover as it is said; `known` is false for one that has left the picture. */
export interface HandoverLine {
  id: string
  known: boolean
  severity: Severity
  what: string
  where: string
  stage: string
  /** In whose hands. */
  holder: string
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
  const desk = useDeskDistrict()

  /** As it stood when it was signed; of a draft that has no line of it, as it stands when this is called. */
  function lineOf({ lines }: Pick<HandoverDraft, 'lines'>, id: string): HandoverLine {
    const kept = lines.find(each => each.id === id) ?? nowOf(id)
    if (!kept)
      return { id, known: false, severity: 'IV', what: words.value.gone, where: '', stage: '', holder: '', due: '' }
    const { severity, title, category, subcategory, grid, stage, holder, due } = kept
    return {
      id,
      known: true,
      severity,
      what: title ? outside(title) : about({ category, subcategory }),
      where: name(grid),
      stage: texts.value.incident.stage[stage],
      holder: holder === undefined ? texts.value.common.absent : desk.nameOf(holder),
      due: due === undefined ? texts.value.common.absent : `${format.date(due, clock.now())} ${format.time(due)}`,
    }
  }

  function nowOf(id: string): KeptLine | undefined {
    const { state } = projection
    const incident = state?.incident.incidents.get(id)
    if (!incident || !state)
      return undefined
    const { leadUnit, unit, assignee, grid } = incident
    return { ...incident, grid: state.basis.grids[grid]!, holder: leadUnit ?? unit ?? assignee, due: nextClock(incident, state.limits)?.dueAt }
  }

  /** Each side of a handover: its seat, when it signed, and what it remarked. */
  function signaturesOf(handover: Handover) {
    return (['from', 'to'] as const).map((side) => {
      const signed = handover.signed[side]
      return { side, seat: desk.nameOf(handover[side]), signed: signed !== undefined, at: signed ? `${format.date(signed.at, ON_PAPER)} ${format.clock(signed.at)}` : '', note: signed?.note ? outsideLines(signed.note) : '' }
    })
  }

  return { words, say, lineOf, signaturesOf, since: ({ since }: HandoverDraft) => say(words.value.since, { date: format.date(since, clock.now()), time: format.time(since) }) }
}
