import type { WanggeEvent } from '../../../../shared/state/event.ts'
import type { IncidentFilter } from '../../../../shared/indicators/open/IncidentFilter.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incidentsBehind } from '../../../../shared/indicators/open/incidentsBehind.ts'
import { emptyState } from '../../../../shared/state/emptyState.ts'
import { CATEGORIES } from '../../../../shared/words/category/category.ts'
import { entryMs } from '../../../../shared/words/entryId.ts'
import { LEVELS } from '../../../../shared/words/level.ts'
import { SEVERITIES } from '../../../../shared/words/severity.ts'
import { arbitraryLog } from '../../../support/arbitraryEvents.ts'
import { demoBasis, demoFacts } from '../../../support/demoFacts.ts'
import { foldAll } from '../../../support/foldAll.ts'
import { incidentEvent, T0 } from '../../../support/incidentEvent.ts'
import { LIVELY_NOW, livelyState } from '../../../support/livelyState.ts'
import { tinyBasis } from '../../../support/tinyBasis.ts'

const atThisMoment: IncidentFilter[] = [
  { of: 'open' },
  { of: 'overdue' },
  { of: 'dueSoon' },
  { of: 'moved' },
  { of: 'stuck' },
  ...LEVELS.map(level => ({ of: 'stuck', level } as const)),
  ...LEVELS.map(level => ({ of: 'open', level } as const)),
  ...SEVERITIES.map(severity => ({ of: 'open', severity } as const)),
]
const byHour: IncidentFilter[] = [
  { of: 'reported' },
  ...CATEGORIES.map(category => ({ of: 'reported', category } as const)),
  ...Array.from({ length: 24 }, (_, hour) => ({ of: 'reported', hour } as const)),
  { of: 'closed' },
  { of: 'closed', onTime: true },
  { of: 'closed', levels: ['grid', 'community'] },
  ...LEVELS.map(level => ({ of: 'closed', levels: [level] } as const)),
]

describe('[I4] the list behind a number', () => {
  it('[I4] holds as many matters as the screen shows, in every region', () => {
    const state = livelyState()
    const regions = ['152921', '152921402', ...new Set(demoBasis.grids.slice(0, 20).flatMap(code => [code.slice(0, 9), code.slice(0, 12), code]))]
    for (const region of regions) {
      for (const filter of [...atThisMoment, ...byHour]) {
        const { rows, shown } = incidentsBehind(state, region, LIVELY_NOW, demoFacts, filter)
        expect([region, filter, rows.length]).toEqual([region, filter, shown])
        expect(rows.every(each => each.grid.startsWith(region))).toBe(true)
      }
    }
    expect(incidentsBehind(state, '152921', LIVELY_NOW, demoFacts, { of: 'reported' }).shown).toBeGreaterThan(100)
    expect(incidentsBehind(state, '152921', LIVELY_NOW, demoFacts, { of: 'escalated', level: 'community' }).rows.length).toBeGreaterThan(3)
  })

  it('[I4] is true of any history for what is open', () => {
    fc.assert(fc.property(arbitraryLog, (log) => {
      const now = entryMs(log.at(-1)?.entry ?? '0-0')
      const state = foldAll(log, emptyState(tinyBasis))
      for (const filter of atThisMoment) {
        const { rows, shown } = incidentsBehind(state, '152921', now, demoFacts, filter)
        expect([filter, rows.length]).toEqual([filter, shown])
      }
    }), { numRuns: 60 })
  })

  it('[I4] is true of any history for what counters by hour say, where nothing came late, twice or under another name', () => {
    fc.assert(fc.property(arbitraryLog, (log) => {
      const plain = log.filter(({ type }) => !['incident.reclassified', 'incident.reopened'].includes(type)).map(inTime)
      const now = entryMs(plain.at(-1)?.entry ?? '0-0')
      const state = foldAll(plain, emptyState(tinyBasis))
      for (const filter of byHour) {
        const { rows, shown } = incidentsBehind(state, '152921', now, demoFacts, filter)
        expect([filter, rows.length]).toEqual([filter, shown])
      }
      for (const level of LEVELS) {
        const { rows, shown } = incidentsBehind(state, '152921', now, demoFacts, { of: 'escalated', level })
        expect(rows.length).toBeLessThanOrEqual(shown)
      }
    }), { numRuns: 60 })
  })

  it('[I4] does not list what was sent down again among what went up', () => {
    const state = foldAll([
      incidentEvent('reported', 0),
      incidentEvent('escalated', 1, { to: 'community', reason: 'ordered' }),
      incidentEvent('escalated', 2, { to: 'town', reason: 'ordered' }),
      incidentEvent('sent-down', 3, { to: 'community', reason: 'ordered' }),
    ])
    for (const level of LEVELS)
      expect(incidentsBehind(state, '152921', T0 + 4 * 60_000, demoFacts, { of: 'escalated', level }).rows).toEqual([])
  })

  it('[A3] is gravest first and carries no text of anybody', () => {
    const { rows } = incidentsBehind(livelyState(), '152921', LIVELY_NOW, demoFacts, { of: 'open' })
    const ranks = rows.map(each => SEVERITIES.indexOf(each.severity))
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    for (const field of ['title', 'description', 'address', 'reporter', 'assignee', 'actor', 'place'])
      expect(Object.keys(rows[0]!)).not.toContain(field)
  })
})

/** In time, and no two in the same millisecond: what went up and down in one cannot be told apart. */
function inTime(event: WanggeEvent, i: number): WanggeEvent {
  const at = entryMs(event.entry) + i
  return { ...event, entry: `${at}-0`, time: new Date(at).toISOString() }
}
