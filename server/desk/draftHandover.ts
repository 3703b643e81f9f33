import type { Incident } from '../../shared/families/incident/Incident.ts'
import type { State } from '../../shared/state/State.ts'
import type { HandoverDraft, HandoverLine, HandoverMatters } from '../../shared/protocol/desk/handoverDraft.ts'
import type { EpochMs } from '../../shared/words/time/time.ts'
import { answerDueAt } from '../../shared/families/incident/answerDueAt.ts'
import { isEnded } from '../../shared/domain/stages.ts'
import { dueAt } from '../../shared/families/incident/dueAt.ts'
import { isUnowned } from '../../shared/families/incident/reading/isUnowned.ts'
import { nextClock } from '../../shared/families/incident/reading/clocksOf.ts'
import { reportDue } from '../../shared/families/incident/reading/reportDue.ts'
import { LINE_MOST, LISTED } from '../../shared/protocol/desk/handoverDraft.ts'
import { isGrave, SEVERITIES } from '../../shared/words/severity.ts'

/** What one shift hands to the next (U1): all matters as they stand at `at`, and what happened to them since the handover before. */
export function draftHandover(state: State, since: EpochMs, at: EpochMs): HandoverDraft {
  const all = [...state.incident.incidents.values()]
  const open = all.filter(({ stage }) => !isEnded(stage))
  const parts = {
    open: listed(open),
    changed: listed(all.filter(({ movedAt }) => movedAt > since)),
    unacknowledged: listed(open.filter(incident => isUnacknowledged(incident, state, at))),
    unowned: listed(open.filter(isUnowned)),
    aged: listed(open.filter(incident => dueAt(incident, state.limits) <= at)),
    escalated: listed(all.filter(({ escalatedAt }) => escalatedAt > since)),
    reported: listed(all.filter(({ reportAt }) => reportAt > since)),
    reportsDue: listed(all.filter(incident => (reportDue(incident, state.basis.rules)?.dueAt ?? Infinity) <= at)),
  }
  // What is open comes first: it is whole where not all can be.
  const named = new Set(Object.values(parts).flatMap(({ matters }) => matters))
  return { since, at, ...parts, lines: [...named].slice(0, LISTED).map(id => lineOf(state.incident.incidents.get(id)!, state)) }
}

function lineOf(incident: Incident, { basis, limits }: State): HandoverLine {
  const { id, severity, category, subcategory, title, grid, level, stage, leadUnit, unit, assignee } = incident
  const holder = leadUnit ?? unit ?? assignee
  const due = nextClock(incident, limits)?.dueAt
  return {
    id,
    severity,
    category,
    ...(subcategory !== undefined && { subcategory }),
    ...(title !== undefined && { title: [...title].slice(0, LINE_MOST).join('') }),
    grid: basis.grids[grid]!,
    level,
    stage,
    ...(holder !== undefined && { holder }),
    ...(due !== undefined && { due }),
  }
}

/** U2: somebody is called and has not signed: at once for a grave matter, else once the time for it has passed or the call was passed on. */
function isUnacknowledged(incident: Incident, { limits }: State, at: EpochMs): boolean {
  const { stage, severity, calls } = incident
  if (stage !== 'dispatched' && stage !== 'reported' && stage !== 'reopened')
    return false
  return isGrave(severity) || calls > 0 || answerDueAt(incident, limits) <= at
}

function listed(matters: Incident[]): HandoverMatters {
  const first = matters.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.reportedAt - b.reportedAt).slice(0, LISTED)
  return { count: matters.length, matters: first.map(({ id }) => id) }
}
