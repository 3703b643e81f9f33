import type { Stage } from '../../domain/stages.ts'
import type { Incident } from '../../families/incident/Incident.ts'
import type { State } from '../../state/State.ts'
import type { Category, Subcategory } from '../../words/category/category.ts'
import type { Level } from '../../words/level.ts'
import type { EpochMs } from '../../words/time/time.ts'
import type { Indicator } from '../Indicator.ts'
import type { Gravity } from './graveIncidents.ts'
import { isCalling } from '../../domain/stages.ts'
import { answerDueAt, calledSince } from '../../families/incident/answerDueAt.ts'
import { nextClock } from '../../families/incident/reading/clocksOf.ts'
import { sosSignBy } from '../../families/patrol/sosSignBy.ts'
import { callingSos } from './callingSos.ts'
import { GRAVITIES } from './graveIncidents.ts'
import { openIncidents } from './openIncidents.ts'

/** Who was called last: the seat that takes reports, whoever it was sent to (`holder`), then the next on duty, then the leader. */
export type Callee = 'first' | 'holder' | 'next-on-duty' | 'lead'

/** Something grave for which nobody has signed. */
export interface Unsigned {
  kind: 'sos' | 'incident'
  /** Of the incident, or of the call for help. */
  id: string
  grid: string
  gravity: Gravity
  /** Of an incident; absent for a call for help. */
  category?: Category
  subcategory?: Subcategory | undefined
  stage?: Stage
  level?: Level
  /** Who calls for help, as this audience knows them; absent for an incident. */
  worker?: string
  /** Since when there is something to sign for: the report, or the first call. */
  at: EpochMs
  /** Who was called last, since when, and who had not answered before; absent while nobody is called. */
  called?: { to: Callee; at: EpochMs; before?: Callee }
  /** When the one who is called has had his time to sign; while nobody is called, when its next clock ends (M7); Infinity while none runs. */
  signBy: EpochMs
}

/**
 * 未签收: all that is grave and that nobody has signed for. Formula: calls for help that are calling, pressed within a day; open matters of severity I and II before
 * sign-for 签收. Window: this moment. Source: streams `incident` and `patrol`, the data set's limits for sign-for. A call for
 * help first, then severity I, then II; of those the one with the least time left to sign.
 */
export const unsigned: Indicator<'unsigned', Unsigned[]> = {
  id: 'unsigned',
  streams: ['incident', 'patrol'],
  window: 'now',
  due: 'counted',
  measure: (state, region, now) => [...calls(state, region, now), ...incidents(state, region)].sort(compareUnsigned),
  figures: rows => [{ word: 'count', value: rows.length }],
  list: { kind: 'table', table: 'attention' },
}

function* incidents(state: State, region: string): Generator<Unsigned> {
  for (const incident of openIncidents(state, region)) {
    const { id, grid, severity, category, subcategory, stage, level, reportedAt } = incident
    if ((severity !== 'I' && severity !== 'II') || !isCalling(stage))
      continue
    const answerBy = answerDueAt(incident, state.limits)
    yield {
      kind: 'incident',
      id,
      grid: state.basis.grids[grid]!,
      gravity: severity,
      category,
      subcategory,
      stage,
      level,
      at: reportedAt,
      ...(answerBy < Infinity && { called: calledOf(incident) }),
      signBy: answerBy < Infinity ? answerBy : nextClock(incident, state.limits)?.dueAt ?? Infinity,
    }
  }
}

function calledOf(incident: Incident): NonNullable<Unsigned['called']> {
  const since = calledSince(incident)
  const first = incident.stage === 'dispatched' ? 'holder' : 'first'
  const { calledAt, calledTo } = incident
  return calledTo === undefined || calledAt < since ? { to: first, at: since } : { to: calledTo, at: calledAt, before: calledTo === 'lead' && incident.calls > 1 ? 'next-on-duty' : first }
}

function* calls(state: State, region: string, now: EpochMs): Generator<Unsigned> {
  for (const call of callingSos(state, region, now)) {
    const { id, worker, grid, at, calledAt, calledTo, calls: passed } = call
    const called = { to: calledTo ?? 'first' as const, at: calledAt, ...(passed > 0 && { before: calledTo === 'lead' && passed > 1 ? 'next-on-duty' as const : 'first' as const }) }
    yield { kind: 'sos', id, grid: state.basis.grids[grid]!, gravity: 'sos', worker, at, called, signBy: sosSignBy(call, state.limits) }
  }
}

function compareUnsigned(a: Unsigned, b: Unsigned): number {
  return GRAVITIES.indexOf(a.gravity) - GRAVITIES.indexOf(b.gravity)
    || (a.signBy === b.signBy ? 0 : a.signBy - b.signBy)
    || a.at - b.at
    || (a.id < b.id ? -1 : 1)
}
