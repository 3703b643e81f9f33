import type { Stage } from '../../domain/stages.ts'
import type { State } from '../../state/State.ts'
import type { Category, Subcategory } from '../../words/category/category.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import { isCalling } from '../../domain/stages.ts'
import { nextClock } from '../../families/incident/reading/clocksOf.ts'
import { sosSignBy } from '../../families/patrol/sosSignBy.ts'
import { callingSos } from './callingSos.ts'
import { openIncidents } from './openIncidents.ts'

/** What makes a matter grave, gravest first: a person in danger, then severity I, then II. */
export const GRAVITIES = ['sos', 'I', 'II'] as const

export type Gravity = (typeof GRAVITIES)[number]

export interface GraveIncident {
  /** Id of the incident, or of the call for help. */
  id: string
  grid: string
  gravity: Gravity
  /** Of an incident; absent for an alarm. */
  category?: Category
  subcategory?: Subcategory | undefined
  stage?: Stage
  /** Who calls for help, as this audience knows them; absent for an incident. */
  worker?: string
  /** When it was reported, epoch ms. */
  at: number
  /** When the clock ends that ends first (M7), epoch ms: that for sign-for, as a rule. Infinity while none runs. */
  dueAt: number
}

/**
 * Grave matters that nobody has signed for and calls for help alike: what a wall may not look away from. Formula: open incidents of severity I and II
 * before sign-for 签收; calls for help that are calling, pressed within a day. Window: this moment. Source: streams `incident` and `patrol`.
 * @returns gravest first, then by time
 */
export function graveIncidents(state: State, region: RegionCode, now: number): GraveIncident[] {
  const matters: GraveIncident[] = []
  for (const incident of openIncidents(state, region)) {
    const { id, grid, severity, category, subcategory, stage, reportedAt } = incident
    if ((severity === 'I' || severity === 'II') && isCalling(stage))
      matters.push({ id, grid: state.basis.grids[grid]!, gravity: severity, category, subcategory, stage, at: reportedAt, dueAt: nextClock(incident, state.limits)?.dueAt ?? Infinity })
  }
  for (const call of callingSos(state, region, now))
    matters.push({ id: call.id, grid: state.basis.grids[call.grid]!, gravity: 'sos', worker: call.worker, at: call.at, dueAt: sosSignBy(call, state.limits) })
  return matters.sort((a, b) => GRAVITIES.indexOf(a.gravity) - GRAVITIES.indexOf(b.gravity) || a.at - b.at || (a.id < b.id ? -1 : 1))
}
