import type { WanggeEvent } from '../../shared/state/event.ts'
import type { State } from '../../shared/state/State.ts'
import { emptyState } from '../../shared/state/emptyState.ts'
import { CATEGORIES, SUBCATEGORIES } from '../../shared/words/category/category.ts'
import { demoBasis, demoFacts } from './demoFacts.ts'
import { foldAll } from './foldAll.ts'

/** 2026-11-24 14:32:07 in the demo district. */
export const LIVELY_NOW = Date.parse('2026-11-24T14:32:07+08:00')

const BY_HOUR = [5, 4, 3, 3, 2, 5, 12, 20, 31, 38, 33, 29, 23, 29, 31, 28, 25, 26, 23, 20, 18, 14, 11, 8]

/** A demo district in the middle of a day: two days of matters, people on duty, patrols. The same every time. */
export function livelyState(): State {
  return foldAll(livelyEvents(), emptyState(demoBasis))
}

export function livelyEvents(): WanggeEvent[] {
  const random = mulberry(7)
  const events: { at: number; event: WanggeEvent }[] = []
  const put = (at: number, event: Record<string, unknown>) => {
    if (at <= LIVELY_NOW)
      events.push({ at, event: { source: 'test', time: new Date(at).toISOString(), ...event } as unknown as WanggeEvent })
  }
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const { grids } = demoFacts
  const urban = grids.filter(each => each.properties.kind === 'urban')

  grids.forEach(({ properties: { code, kind }, geometry }, index) => {
    if (index % 29 === 11)
      return
    const since = LIVELY_NOW - 6.5 * 3_600_000
    put(since, { stream: 'grid-status', type: 'grid-status.duty.on', subject: code, data: { worker: `W${index}`, post: 'gridWorker' } })
    put(since + 1000, { stream: 'grid-status', type: 'grid-status.duty.on', subject: code, data: { worker: `L${index}`, post: 'gridLeader' } })
    if (index % 43 === 5)
      return
    const age = random() ** 2 * (kind === 'pastoral' ? 110 : 115) * 60_000
    const ring = geometry.type === 'Polygon' ? geometry.coordinates[0]! : geometry.coordinates[0]![0]!
    const lng = ring.reduce((sum, each) => sum + each[0], 0) / ring.length
    const lat = ring.reduce((sum, each) => sum + each[1], 0) / ring.length
    put(LIVELY_NOW - age, { stream: 'patrol', type: 'patrol.position', subject: `W${index}`, data: { lng, lat, grid: code } })
  })

  let serial = 0
  const midnight = Date.parse('2026-11-24T00:00:00+08:00')
  for (let hour = -24; hour < 15; hour++) {
    const many = Math.round(BY_HOUR[(hour + 24) % 24]! * (0.8 + random() * 0.4))
    for (let i = 0; i < many; i++) {
      const id = `WG-${++serial}`
      const at = midnight + (hour + random()) * 3_600_000
      const dice = random()
      const severity = dice < 0.004 ? 'I' : dice < 0.025 ? 'II' : dice < 0.16 ? 'III' : 'IV'
      const category = CATEGORIES[Math.min(CATEGORIES.length - 1, Math.floor(random() ** 1.7 * 8))]!
      const grid = (random() < 0.84 ? pick(urban) : pick(grids)).properties.code
      const incident = (type: string, after: number, data: Record<string, unknown> = {}) =>
        put(at + after * 60_000, { stream: 'incident', type: `incident.${type}`, subject: id, data })
      incident('reported', 0, { category, subcategory: pick(SUBCATEGORIES[category]), severity, channel: 'patrol', grid })
      const level = random()
      const work = (20 + random() ** 3 * 900) * (severity === 'I' ? 0.3 : 1)
      if (level < 0.5) {
        incident('closed', work / 2)
        continue
      }
      incident('accepted', 4)
      incident('dispatched', 7)
      incident('acknowledged', 15)
      if (random() < 0.04) {
        incident('returned', 30, { reason: 'not-ours' })
        incident('dispatched', 40)
        incident('returned', 60, { reason: 'not-ours' })
        continue
      }
      incident('handling', 22)
      if (level > 0.86)
        incident('escalated', work * 0.4 + 22, { to: level > 0.99 ? 'banner' : level > 0.96 ? 'town' : 'community', reason: 'beyond-capacity' })
      if (level > 0.86) {
        incident('acknowledged', work * 0.4 + 25)
        incident('handling', work * 0.4 + 26)
      }
      incident('feedback', work + 25)
      incident('closed', work + 40)
    }
  }
  events.sort((a, b) => a.at - b.at)
  return events.map(({ at, event }, serial) => ({ ...event, entry: `${Math.round(at)}-${serial}`, id: `e${serial}` }))
}

/** A small seeded generator, 0–1. */
function mulberry(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6D2B79F5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
