import type { State } from '../../state/State.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { Indicator } from '../Indicator.ts'
import type { Attention, Ranked } from './attentionList.ts'
import { nextClock } from '../../families/incident/reading/clocksOf.ts'
import { openIncidents } from '../open/openIncidents.ts'
import { alarms, gravestOfEach, graveIncident } from './attentionList.ts'

/**
 * 此刻最重, the first of `attentionList` where it is a person in danger or a matter of severity I; else none. Formula: an alarm of
 * the last 30 minutes, else the open matter of severity I that ends first. Window: this moment. Source: streams `incident` and `patrol`.
 */
export const gravestNow: Indicator<'gravestNow', { gravest: Attention | undefined }> = {
  id: 'gravestNow',
  streams: ['incident', 'patrol'],
  window: 'now',
  due: 'counted',
  measure: (state, region, now) => ({ gravest: gravestOfEach(reasons(state, region, now))[0] }),
  figures: ({ gravest }) => [{ word: 'count', value: gravest ? gravest.count : 0 }],
  list: { kind: 'table', table: 'attention' },
}

function* reasons(state: State, region: RegionCode, now: number): Generator<Ranked> {
  yield* alarms(state, region, now)
  for (const incident of openIncidents(state, region)) {
    if (incident.severity === 'I')
      yield graveIncident(incident, state.basis.grids[incident.grid]!, (nextClock(incident, state.limits)?.dueAt ?? Infinity) - now, now)
  }
}
