import type { IncidentEvent } from '../../../../shared/families/incident/IncidentEvent.ts'
import type { WanggeEvent } from '../../../../shared/state/event.ts'
import type { State } from '../../../../shared/state/State.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEnded } from '../../../../shared/domain/stages.ts'
import { emptyState } from '../../../../shared/state/emptyState.ts'
import { fold } from '../../../../shared/state/fold.ts'
import { explainLimit } from '../../../../shared/families/incident/reading/explainLimit.ts'
import { levelUse } from '../../../../shared/families/incident/reading/levelUse.ts'
import { arbitraryLog } from '../../../support/arbitraryEvents.ts'
import { incidentEvent, T0 } from '../../../support/incidentEvent.ts'
import { tinyBasis } from '../../../support/tinyBasis.ts'

const MINUTE = 60_000
const matter = { id: 'WG-1', grid: tinyBasis.grids[0]! }

describe('the ladder of one matter', () => {
  it('[M4] tells time used against limit at each level, what was passed over and what lies ahead', () => {
    const events = [
      incidentEvent('reported', 0),
      incidentEvent('accepted', 0),
      incidentEvent('dispatched', 10),
      incidentEvent('parked', 20),
      incidentEvent('resumed', 50),
      incidentEvent('escalated', 190, { to: 'town', reason: 'limit-passed', passed: ['community'] }),
    ] as IncidentEvent[]
    const [grid, community, town, banner] = levelUse(tinyBasis, matter, events, T0 + 250 * MINUTE)
    expect(grid).toMatchObject({ level: 'grid', how: 'used', usedMs: 150 * MINUTE, limitMs: 240 * MINUTE, share: 150 / 240 })
    expect(community).toMatchObject({ how: 'passed', usedMs: 0 })
    expect(town).toMatchObject({ how: 'now', usedMs: 60 * MINUTE, limitMs: 240 * MINUTE, share: 0.25 })
    expect(banner).toMatchObject({ how: 'ahead', usedMs: 0 })
  })

  it('[M4] counts working time against a limit in working time, so that no night uses it up', () => {
    const limits = tinyBasis.limits.map(limit => limit.clock === 'settle' ? { ...limit, limit: 'P2D', time: 'working' as const } : limit)
    const events = [incidentEvent('reported', 0), incidentEvent('accepted', 0), incidentEvent('dispatched', 0), incidentEvent('parked', 60), incidentEvent('resumed', 120)] as IncidentEvent[]
    // Tuesday 09:00 to Wednesday 09:00 is a working day of seven hours, one of them parked.
    const [grid] = levelUse({ ...tinyBasis, limits }, matter, events, T0 + 24 * 60 * MINUTE)
    expect(grid).toMatchObject({ usedMs: 6 * 60 * MINUTE, limitMs: 14 * 60 * MINUTE, time: 'working', share: 6 / 14 })
  })

  it('[M4] property: the running level agrees with the clock by which it is judged', () => {
    fc.assert(fc.property(arbitraryLog, (log) => {
      const { state, histories } = foldWithHistories(log)
      for (const incident of state.incident.incidents.values()) {
        if (isEnded(incident.stage))
          continue
        const now = levelUse(tinyBasis, { id: incident.id, grid: tinyBasis.grids[incident.grid]! }, histories.get(incident.id)!, incident.clockAt + 30 * MINUTE).find(({ how }) => how === 'now')
        const limit = explainLimit(state, incident)
        expect(now?.limitMs).toBe(limit && limit.limitMs + limit.extendedMs)
      }
    }), { numRuns: 30 })
  })

  it('[M4] says nothing of a history whose beginning is missing', () => {
    expect(levelUse(tinyBasis, matter, [incidentEvent('accepted', 0)] as IncidentEvent[], T0)).toEqual([])
  })
})

/** All that was said of each id since the report that made it the matter it is, refused or not. */
function foldWithHistories(log: readonly WanggeEvent[]): { state: State; histories: Map<string, IncidentEvent[]> } {
  const state = emptyState(tinyBasis)
  const histories = new Map<string, IncidentEvent[]>()
  for (const event of log) {
    const { outcome } = fold(state, event)
    if (event.stream !== 'incident')
      continue
    if ((event.type === 'incident.reported' || event.type === 'incident.recalled') && outcome === 'applied')
      histories.set(event.subject, [])
    histories.get(event.subject)?.push(event)
  }
  return { state, histories }
}
