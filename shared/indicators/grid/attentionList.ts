import type { Stage } from '../../domain/stages.ts'
import type { Incident } from '../../families/incident/Incident.ts'
import type { Alarm } from '../../families/patrol/PatrolSlice.ts'
import type { State } from '../../state/State.ts'
import type { Category, Subcategory } from '../../words/category/category.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { Indicator } from '../Indicator.ts'
import type { DistrictFacts } from './DistrictFacts.ts'
import { SOS_SHOWN_MS } from '../../domain/sosShownMs.ts'
import { dueAt } from '../../families/incident/dueAt.ts'
import { nextClock } from '../../families/incident/reading/clocksOf.ts'
import { isWithin } from '../../words/regionCode.ts'
import { gridsWithin } from '../cover/gridsWithin.ts'
import { coverByGrid } from '../cover/onDutyCover.ts'
import { openIncidents } from '../open/openIncidents.ts'

/** Why a grid needs somebody now, gravest consequence first. */
export const REASONS = ['sos', 'incident-I', 'incident-II', 'overdue', 'absent', 'returned', 'no-signal', 'repeat'] as const

export type Reason = (typeof REASONS)[number]

/** 剩 left until the limit, 超 past it, 已 so long already, 滞 so long without a move, 内 within so long. */
export type ClockWord = 'left' | 'over' | 'already' | 'stuck' | 'within'

export interface Attention {
  grid: string
  reason: Reason
  /** How many matters, returns or repeats. */
  count: number
  /** Of the matter that is meant, where it is one. */
  subcategory?: Subcategory | undefined
  category?: Category
  stage?: Stage
  clock: { word: ClockWord; ms: number }
}

/** A matter bounced so often is said aloud. */
const RETURNS_SAID = 2

/** So many matters of one subcategory in one grid within a day are a repeat. */
const REPEATS = { matters: 3, withinMs: 24 * 3_600_000 }

/**
 * 最需要关注的网格: one row a grid, by its gravest reason; ordered by consequence, then by time. Formula: an alarm of the last
 * 30 minutes; an open matter of severity I or II; matters past their limit; somebody expected and nobody there; a matter returned twice or more;
 * on duty but silent; the same subcategory three times in a day. Planned absence is none. Window: this moment. Source: all three streams.
 */
export const attentionList: Indicator<'attentionList', Attention[]> = {
  id: 'attentionList',
  streams: ['incident', 'patrol', 'grid-status'],
  window: 'now',
  due: 'counted',
  measure: (state, region, now, facts) => gravestOfEach(reasons(state, region, now, facts)),
  figures: rows => [{ word: 'count', value: rows.length }],
  list: { kind: 'table', table: 'attention' },
}

/** Of each grid the gravest of its reasons, the gravest grid first. */
export function gravestOfEach(all: Iterable<Ranked>): Attention[] {
  const gravest = new Map<string, Ranked>()
  for (const each of all) {
    const before = gravest.get(each.grid)
    if (!before || compareRanked(each, before) < 0)
      gravest.set(each.grid, each)
  }
  return [...gravest.values()].sort(compareRanked).map(({ urgency: _urgency, ...row }) => row)
}

/** `urgency` is smaller for what is more urgent among equals: ms until the limit, or minus the ms it has lasted. */
export type Ranked = Attention & { urgency: number }

function* reasons(state: State, region: RegionCode, now: number, facts: DistrictFacts): Generator<Ranked> {
  const overdue = new Map<number, { count: number; ms: number }>()
  for (const incident of openIncidents(state, region)) {
    const grid = state.basis.grids[incident.grid]!
    const left = dueAt(incident, state.limits) - now
    if (incident.severity === 'I' || incident.severity === 'II')
      yield graveIncident(incident, grid, (nextClock(incident, state.limits)?.dueAt ?? Infinity) - now, now)
    else if (left < 0)
      overdue.set(incident.grid, { count: (overdue.get(incident.grid)?.count ?? 0) + 1, ms: Math.max(overdue.get(incident.grid)?.ms ?? 0, -left) })
    if (incident.returns >= RETURNS_SAID) {
      const ms = Math.max(0, now - incident.stageAt)
      yield { ...about(incident), grid, reason: 'returned', count: incident.returns, clock: { word: 'stuck', ms }, urgency: -ms }
    }
  }
  for (const [grid, { count, ms }] of overdue)
    yield { grid: state.basis.grids[grid]!, reason: 'overdue', count, clock: { word: 'over', ms }, urgency: -ms }
  yield* alarms(state, region, now)
  yield* holes(state, region, now, facts)
  yield* repeats(state, region, now)
}

export function graveIncident(incident: Incident, grid: string, left: number, now: number): Ranked {
  const clock: Attention['clock'] = left === Infinity
    ? { word: 'already', ms: Math.max(0, now - incident.reportedAt) }
    : left < 0 ? { word: 'over', ms: -left } : { word: 'left', ms: left }
  return { ...about(incident), grid, reason: incident.severity === 'I' ? 'incident-I' : 'incident-II', count: 1, clock, urgency: left }
}

/** Grids from which somebody calls for help. */
export function* alarms(state: State, region: RegionCode, now: number): Generator<Ranked> {
  for (const [place, grid] of state.basis.grids.entries()) {
    const calls = isWithin(grid, region) ? recentAlarms(state, place, now) : []
    if (calls.length > 0) {
      const sosAge = now - Math.max(...calls.map(({ at }) => at))
      yield { grid, reason: 'sos', count: calls.length, clock: { word: 'already', ms: Math.max(0, sosAge) }, urgency: sosAge }
    }
  }
}

function* holes(state: State, region: RegionCode, now: number, facts: DistrictFacts): Generator<Ranked> {
  const cover = coverByGrid(state, now, facts)
  for (const grid of gridsWithin(state, region)) {
    const { cover: what, since } = cover[grid]!
    // Never heard of at all is no news: there is no clock to show.
    if (what === 'covered' || what === 'off-roster' || since === 0)
      continue
    const ms = Math.max(0, now - since)
    yield { grid: state.basis.grids[grid]!, reason: what, count: 1, clock: { word: 'already', ms }, urgency: -ms }
  }
}

/** Alarms of a grid's last 30 minutes, each worker's newest if it is there. */
function recentAlarms({ patrol: { alarms, alarmsByGrid, sosAt } }: State, place: number, now: number): Alarm[] {
  if (sosAt[place]! === 0 || now - sosAt[place]! > SOS_SHOWN_MS)
    return []
  return [...alarmsByGrid[place]!.values()].filter(alarm => now - alarm.at <= SOS_SHOWN_MS && alarms.get(alarm.worker) === alarm)
}

function* repeats(state: State, region: RegionCode, now: number): Generator<Ranked> {
  const counts = new Map<string, { incident: Incident; count: number; first: number }>()
  for (const incident of state.incident.incidents.values()) {
    const grid = state.basis.grids[incident.grid]!
    if (!incident.subcategory || incident.reportedAt <= now - REPEATS.withinMs || !isWithin(grid, region))
      continue
    const key = grid + incident.subcategory
    const before = counts.get(key)
    counts.set(key, { incident, count: (before?.count ?? 0) + 1, first: Math.min(before?.first ?? Infinity, incident.reportedAt) })
  }
  for (const { incident, count, first } of counts.values()) {
    if (count >= REPEATS.matters)
      yield { ...about(incident), grid: state.basis.grids[incident.grid]!, reason: 'repeat', count, clock: { word: 'within', ms: Math.max(0, now - first) }, urgency: -count }
  }
}

function about({ category, subcategory, stage }: Incident): Pick<Attention, 'category' | 'subcategory' | 'stage'> {
  return { category, subcategory, stage }
}

function compareRanked(a: Ranked, b: Ranked): number {
  return REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason) || (a.urgency === b.urgency ? 0 : a.urgency - b.urgency) || (a.grid < b.grid ? -1 : 1)
}
