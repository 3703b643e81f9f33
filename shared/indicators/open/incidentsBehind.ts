import type { Incident } from '../../families/incident/Incident.ts'
import type { Column } from '../../families/incident/HourCounters.ts'
import type { State } from '../../state/State.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { DistrictFacts } from '../grid/DistrictFacts.ts'
import type { ShownIncident } from './ShownIncident.ts'
import type { IncidentFilter } from './IncidentFilter.ts'
import { isEnded } from '../../domain/stages.ts'
import { dueAt } from '../../families/incident/dueAt.ts'
import { assertNever } from '../../words/assertNever.ts'
import { hourOf } from '../../words/time/hour.ts'
import { LEVELS } from '../../words/level.ts'
import { isWithin } from '../../words/regionCode.ts'
import { isGrave, SEVERITIES } from '../../words/severity.ts'
import { inWhoseHands } from './inWhoseHands.ts'
import { justHappened, lastChange } from './justHappened.ts'
import { closedAt, shownIncident } from './ShownIncident.ts'
import { isDueSoon, openCounts } from './openCounts.ts'
import { inWindow, isInWindow } from '../rates/settled.ts'
import { supervisedNow } from './supervisedNow.ts'
import { supervisionOf } from './supervision.ts'
import { todayOf } from '../rates/today.ts'

export interface IncidentsBehind {
  /** Gravest first; of one severity those that end first, then the newest. */
  rows: ShownIncident[]
  /** The number that the screen shows for this filter. Counters by hour count events: what was closed twice, put into another category or went up again is counted once more than it can be listed. */
  shown: number
}

/**
 * The matters behind a number. Formula: those of the state that the filter names. Window: as the number has it; the state holds
 * what is open and what ended in the last 48 hours, which is longer than any of these windows. Source: stream `incident`.
 */
export function incidentsBehind(state: State, region: RegionCode, now: number, facts: DistrictFacts, filter: IncidentFilter): IncidentsBehind {
  const holds = holdsFor(state, now, filter)
  const rows: ShownIncident[] = []
  for (const incident of state.incident.incidents.values()) {
    if (isWithin(state.basis.grids[incident.grid]!, region) && holds(incident))
      rows.push(shownIncident(incident, state))
  }
  return { rows: rows.sort(compareIncidents), shown: countShown(state, region, now, facts, filter) }
}

/** Gravest first; then by due time; then newest first. */
function compareIncidents(a: ShownIncident, b: ShownIncident): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
    || (a.dueAt === b.dueAt ? 0 : a.dueAt - b.dueAt)
    || b.reportedAt - a.reportedAt
    || (a.id < b.id ? -1 : 1)
}

function holdsFor({ basis, limits }: State, now: number, filter: IncidentFilter): (incident: Incident) => boolean {
  const left = (incident: Incident) => isEnded(incident.stage) ? Infinity : dueAt(incident, limits) - now
  switch (filter.of) {
    case 'open': return ({ stage, level, severity }) => !isEnded(stage) && level === (filter.level ?? level) && severity === (filter.severity ?? severity)
    case 'overdue': return incident => left(incident) < 0
    case 'dueSoon': return incident => !isEnded(incident.stage) && isDueSoon(incident, limits, now)
    case 'reported': {
      const { first, running } = todayOf(now, basis.zoneMs)
      const [from, to] = filter.hour === undefined ? [first, first + running] : [first + filter.hour, first + filter.hour]
      return ({ reportedAt, category }) => {
        const hour = hourOf(reportedAt, basis.zoneMs)
        return hour >= from && hour <= to && category === (filter.category ?? category)
      }
    }
    case 'reportedDay': return ({ reportedAt }) => isInWindow(reportedAt, now, basis.zoneMs)
    case 'supervised': return incident => !isEnded(incident.stage) && supervisionOf(incident) !== undefined && supervisionOf(incident) === (filter.by ?? supervisionOf(incident))
    case 'stuck': return incident => !isEnded(incident.stage) && incident.level === (filter.level ?? incident.level) && (left(incident) < 0 || supervisionOf(incident) !== undefined)
    case 'grave': return ({ stage, severity }) => !isEnded(stage) && isGrave(severity)
    case 'closed': return (incident) => {
      const { settledLevel, onTime } = incident
      return settledLevel !== undefined && isInWindow(closedAt(incident), now, basis.zoneMs)
        && (filter.levels ?? LEVELS).includes(settledLevel) && (filter.onTime === undefined || onTime === true)
    }
    case 'escalated': return ({ escalatedAt, levelAt, level }) => level === filter.level && levelAt === escalatedAt && isInWindow(escalatedAt, now, basis.zoneMs)
    case 'moved': return incident => lastChange(incident).at > now - 3_600_000
    default: return assertNever(filter)
  }
}

function countShown(state: State, region: RegionCode, now: number, facts: DistrictFacts, filter: IncidentFilter): number {
  switch (filter.of) {
    case 'open': {
      const figures = openCounts(state, region, now)
      return filter.level ? figures.byLevel[filter.level] : filter.severity ? figures.bySeverity[filter.severity] : figures.open
    }
    case 'overdue':
    case 'dueSoon': return openCounts(state, region, now)[filter.of]
    case 'reported': {
      const { first, running } = todayOf(now, state.basis.zoneMs)
      const column: Column = filter.category ? `reported.${filter.category}` : 'reported'
      const [from, to] = filter.hour === undefined ? [first, first + running] : [first + filter.hour, first + filter.hour]
      return state.incident.hours.sum(region, column, from, to)
    }
    case 'reportedDay': return inWindow(state, region, ['reported'], now)
    case 'supervised': return supervisedNow.measure(state, region, now, facts)[filter.by ?? 'all']
    case 'stuck': return inWhoseHands.measure(state, region, now, facts).reduce((sum, { level, matters }) => level === (filter.level ?? level) ? sum + matters : sum, 0)
    case 'grave': {
      const { bySeverity } = openCounts(state, region, now)
      return bySeverity.I + bySeverity.II
    }
    case 'closed': return inWindow(state, region, filter.onTime ? ['closedOnTime'] : (filter.levels ?? LEVELS).map(level => `closed.${level}` as const), now)
    case 'escalated': return inWindow(state, region, [`escalated.${filter.level}`], now)
    case 'moved': return justHappened.measure(state, region, now, facts).lastHour
    default: return assertNever(filter)
  }
}
