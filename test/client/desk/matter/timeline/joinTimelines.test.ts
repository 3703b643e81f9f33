import type { Timeline } from '../../../../../client/desk/matter/timeline/fetchTimeline.ts'
import type { IncidentEvent } from '../../../../../shared/families/incident/IncidentEvent.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { joinTimelines } from '../../../../../client/desk/matter/timeline/joinTimelines.ts'

const event = (i: number) => ({ entry: `${i}-0`, type: i % 7 === 1 ? 'incident.accepted' : 'incident.commented' }) as IncidentEvent
const NEWEST = 5

/** As a server answers: the report, every move, the newest comments. */
function newest(version: number): Timeline {
  const from = Math.max(1, version - NEWEST + 1)
  const events = Array.from({ length: version }, (_, i) => event(i + 1)).filter((each, i) => i + 1 >= from || each.type !== 'incident.commented')
  const count = version - events.length
  return { version, whole: count === 0, events, ...(count > 0 && { earlier: { count, before: `${from}-0` } }) }
}

function older(version: number, before: string, limit: number): Timeline {
  const end = Number.parseInt(before) - 1
  const start = Math.max(0, end - limit)
  return { version, whole: false, events: Array.from({ length: end - start }, (_, i) => event(start + i + 1)), ...(start > 0 && { earlier: { count: start, before: `${start + 1}-0` } }) }
}

it('[C21] whatever comes between them, pages that are joined end with every entry once, in order', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.array(fc.oneof(fc.constant('older' as const), fc.integer({ min: 0, max: 12 })), { maxLength: 20 }), (first, steps) => {
    let version = first
    let known = joinTimelines(undefined, newest(version))
    const back = () => {
      const { before } = known.earlier!
      known = joinTimelines(known, older(version, before, 4), before)
    }
    for (const step of steps) {
      if (step !== 'older')
        known = joinTimelines(known, newest(version += step))
      else if (known.earlier)
        back()
      expect(known.events.length + (known.earlier?.count ?? 0)).toBe(version)
    }
    for (let i = 0; known.earlier; i++) {
      expect(i).toBeLessThan(400)
      back()
    }
    expect(known.whole).toBe(true)
    expect(known.events.map(({ entry }) => entry)).toEqual(Array.from({ length: version }, (_, i) => `${i + 1}-0`))
  }))
})

it('[C21] another life of the same id, or another past, replaces what was known', () => {
  const known = newest(9)
  const other = { ...newest(12), events: [{ ...event(1), entry: '0-5' }, ...newest(12).events.slice(1)] }
  expect(joinTimelines(known, other)).toBe(other)
  expect(joinTimelines(known, newest(3))).toEqual(newest(3))
  expect(joinTimelines(known, older(3, '3-0', 4), '3-0')).toBe(known)
})
