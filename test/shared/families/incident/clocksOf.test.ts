import type { WanggeEvent } from '../../../../shared/state/event.ts'
import { expect, it } from 'vitest'
import { isEnded } from '../../../../shared/domain/stages.ts'
import { answerDueAt } from '../../../../shared/families/incident/answerDueAt.ts'
import { dueAt } from '../../../../shared/families/incident/dueAt.ts'
import { clocksOf, nextClock } from '../../../../shared/families/incident/reading/clocksOf.ts'
import { explainLimit } from '../../../../shared/families/incident/reading/explainLimit.ts'
import { graveIncidents } from '../../../../shared/indicators/open/graveIncidents.ts'
import { laneIncidents } from '../../../../shared/indicators/open/laneIncidents.ts'
import { openCounts } from '../../../../shared/indicators/open/openCounts.ts'
import { shownIncident } from '../../../../shared/indicators/open/ShownIncident.ts'
import { emptyState } from '../../../../shared/state/emptyState.ts'
import { demoBasis } from '../../../support/demoFacts.ts'
import { foldAll } from '../../../support/foldAll.ts'
import { incidentEvent, T0 } from '../../../support/incidentEvent.ts'
import { livelyState } from '../../../support/livelyState.ts'

const MINUTE = 60_000
const grid = demoBasis.grids[0]!
const gone = (events: WanggeEvent[]) => {
  const state = foldAll(events, emptyState(demoBasis))
  return { state, incident: state.incident.incidents.get('WG-1')! }
}
const sent = [incidentEvent('reported', 0, { severity: 'I', grid }), incidentEvent('accepted', 1), incidentEvent('dispatched', 2)]

it('[M7] of a matter of severity I that was sent, the five minutes to sign for rule until somebody has signed, then the limit of its level', () => {
  const { state, incident } = gone(sent)
  const signBy = T0 + 7 * MINUTE
  expect(clocksOf(incident, state.limits).map(({ clock }) => clock)).toEqual(['acknowledge', 'settle'])
  expect(nextClock(incident, state.limits)).toEqual({ clock: 'acknowledge', startedAt: T0 + 2 * MINUTE, dueAt: signBy })
  const now = T0 + 3 * MINUTE
  expect(graveIncidents(state, demoBasis.code, now)).toMatchObject([{ id: 'WG-1', dueAt: signBy }])
  expect(laneIncidents.measure(state, demoBasis.code, now, {} as never)).toMatchObject([{ left: 4 * MINUTE, share: 0.8 }])
  expect(openCounts(state, demoBasis.code, now)).toMatchObject({ overdue: 0, dueSoon: 1 })
  expect(shownIncident(incident, state)).toMatchObject({ dueAt: signBy, clocks: [{ clock: 'acknowledge' }, { clock: 'settle' }] })
  foldAll([incidentEvent('acknowledged', 4)], state)
  expect(clocksOf(incident, state.limits).map(({ clock }) => clock)).toEqual(['settle'])
})

it('[M7] the date of a supervision order is a clock too; past the sign-for alone nothing is overdue', () => {
  const due = T0 + 20 * MINUTE
  const { state, incident } = gone([...sent, incidentEvent('acknowledged', 4), incidentEvent('supervised', 5, { due: new Date(due).toISOString() })])
  expect(nextClock(incident, state.limits)).toEqual({ clock: 'order', startedAt: T0 + 5 * MINUTE, dueAt: due })
  const unsigned = gone(sent).state
  expect(openCounts(unsigned, demoBasis.code, T0 + 8 * MINUTE).overdue).toBe(0)
})

it('[M7] of every matter of a day the next clock is the earliest of all that run, each is the one that is judged by, and what has ended or is parked has none', () => {
  const state = livelyState()
  for (const incident of state.incident.incidents.values()) {
    const clocks = clocksOf(incident, state.limits)
    const ends = clocks.map(({ dueAt }) => dueAt)
    expect(ends).toEqual([...ends].sort((a, b) => a - b))
    if (isEnded(incident.stage) || incident.parkedAt > 0) {
      expect(clocks).toEqual([])
      continue
    }
    expect(clocks.find(({ clock }) => clock === incident.clock)?.dueAt ?? Infinity).toBe(dueAt(incident, state.limits))
    expect(clocks.find(({ clock }) => clock === 'acknowledge')?.dueAt ?? Infinity).toBe(answerDueAt(incident, state.limits))
    expect(explainLimit(state, incident, 'acknowledge')?.dueAt ?? Infinity).toBe(answerDueAt(incident, state.limits))
  }
})
