import type { CommandRefusal } from '../../../shared/commands/CommandRefusal.ts'
import type { CommandType } from '../../../shared/domain/commandTable.ts'
import type { Actor } from '../../../shared/domain/duty/Actor.ts'
import type { GridCode } from '../../../shared/words/regionCode.ts'
import type { ExplainedLimit } from '../../../shared/families/incident/reading/explainLimit.ts'
import type { Incident } from '../../../shared/families/incident/Incident.ts'
import type { LikelyDuplicate } from '../../../shared/families/incident/reading/likelyDuplicates.ts'
import type { ReportDue } from '../../../shared/families/incident/reading/reportDue.ts'
import type { State } from '../../../shared/state/State.ts'
import type { Timeline } from './timeline/fetchTimeline.ts'
import { defineStore } from 'pinia'
import { shallowReadonly, shallowRef } from 'vue'
import { whyNot } from '../../../shared/commands/whyNot.ts'
import { COMMAND_TYPES } from '../../../shared/domain/commandTable.ts'
import { explainLimit } from '../../../shared/families/incident/reading/explainLimit.ts'
import { likelyDuplicates } from '../../../shared/families/incident/reading/likelyDuplicates.ts'
import { reportDue } from '../../../shared/families/incident/reading/reportDue.ts'
import { joinTimelines } from './timeline/joinTimelines.ts'
import { isEnded } from '../../../shared/domain/stages.ts'

/** The matter that lies open, as of one moment: a copy that stays as it is. */
export interface OpenMatter {
  incident: Readonly<Incident>
  grid: GridCode
  /** The limit of its level; of one that has ended the one that ran last. */
  limit: ExplainedLimit | undefined
  /** Date of a supervision order, epoch ms. */
  order: number | undefined
  /** Limit for sign-for, while somebody is called. */
  signFor: ExplainedLimit | undefined
  report: ReportDue | undefined
  duplicates: readonly LikelyDuplicate[]
  /** Why an action is greyed; those that may be done are not in it. */
  greyed: ReadonlyMap<CommandType, CommandRefusal>
}

/** What the matter that lies open is, and its history; kept up by the matter's panel. */
export const useOpenMatter = defineStore('open-matter', () => {
  const shown = shallowRef<OpenMatter>()
  const history = shallowRef<Timeline & { of: string }>()
  const failed = shallowRef(false)

  return {
    shown: shallowReadonly(shown),
    /** Its history; undefined until it has come. */
    history: shallowReadonly(history),
    /** The history could not be got; it is tried again as soon as something happens. */
    failed: shallowReadonly(failed),
    show(matter: OpenMatter | undefined) {
      shown.value = matter
    },
    /** Its newest have come, or could not be got; or the ones before an entry have. */
    told(of: string, timeline: Timeline | undefined, before?: string) {
      failed.value = timeline === undefined
      if (timeline)
        history.value = { ...joinTimelines(history.value?.of === of ? history.value : undefined, timeline, before), of }
    },
  }
})

/** A matter as it stands; undefined for an unknown one. @param actor whose actions are greyed; undefined: all of them are */
export function openMatterOf(state: State, id: string, actor: Actor | undefined): OpenMatter | undefined {
  const incident = state.incident.incidents.get(id)
  if (!incident)
    return undefined
  const grid = state.basis.grids[incident.grid]!
  const { category, reportedAt, place, stage } = incident
  const nobody: CommandRefusal = { reason: 'unknown-actor', message: 'Choose a seat first.' }
  const greyed = COMMAND_TYPES.flatMap((type) => {
    const why = actor ? whyNot(state, incident, type, actor) : nobody
    return why ? [[type, why] as const] : []
  })
  return {
    incident: { ...incident },
    grid,
    limit: explainLimit(state, incident),
    order: isEnded(stage) || incident.supervisedDue === 0 ? undefined : incident.supervisedDue,
    signFor: isEnded(stage) ? undefined : explainLimit(state, incident, 'acknowledge'),
    report: reportDue(incident, state.basis.rules),
    duplicates: isEnded(stage) ? [] : likelyDuplicates(state, { category, at: reportedAt, grid, id, ...(place && { place }) }),
    greyed: new Map(greyed),
  }
}
