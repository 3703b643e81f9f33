import type { WanggeEvent } from '../../../../shared/state/event.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IncidentEntries } from '../../../../server/projection/matters/IncidentEntries.ts'
import { MatterIndex } from '../../../../server/projection/matters/MatterIndex.ts'
import { emptyStart, Projection } from '../../../../server/projection/Projection.ts'
import { arbitraryLog } from '../../../support/arbitraryEvents.ts'
import { incidentEvent } from '../../../support/incidentEvent.ts'
import { tinyBasis } from '../../../support/tinyBasis.ts'

const aliases = { hash: (kind: string, value: string) => `${kind}:${[...value].reverse().join('')}` }
const readOf = (event: WanggeEvent) => ({ outcome: 'event' as const, event, entry: { stream: event.stream, id: event.entry, fields: { data: JSON.stringify(event.data) } } })

function indexed(events: readonly WanggeEvent[], most?: number) {
  const projection = new Projection(emptyStart(tinyBasis, 'e'))
  const index = new MatterIndex(projection, aliases, most)
  projection.take(events.map(readOf), true)
  return { projection, index }
}

describe('the index of matters', () => {
  it('[C28] property: of every matter that the state still has it says the same, and of those that left how they ended', () => {
    fc.assert(fc.property(arbitraryLog, (log) => {
      const { projection, index } = indexed(log)
      const reported = new Set<string>()
      for (const { id, stage, version, openedEntry, entry, title } of projection.state.incident.incidents.values()) {
        expect(index.find(id)).toMatchObject({ id, stage, version, opened: openedEntry, entry, ...(title !== undefined && { title }) })
        reported.add(`${id} ${openedEntry}`)
      }
      for (const record of index.all())
        expect(reported.has(`${record.id} ${record.opened}`) || ['rejected', 'closed', 'evaluated', 'merged'].includes(record.stage)).toBe(true)
    }), { numRuns: 50 })
  })

  it('[C28] property: kept at any moment and loaded later, with what came since, it is what it would be', () => {
    fc.assert(fc.property(arbitraryLog, fc.nat(), (log, at) => {
      const cut = log.length === 0 ? 0 : at % (log.length + 1)
      const whole = indexed(log).index
      const before = indexed(log.slice(0, cut))
      const kept = before.index.all().map(record => ({ ...record, entries: IncidentEntries.from(JSON.parse(JSON.stringify(record.entries.written())) as ReturnType<IncidentEntries['written']>) }))
      const { state, position, heard } = before.projection
      const after = new Projection({ state, position, stands: {}, heard })
      const index = new MatterIndex(after, aliases)
      index.load(kept, position.last.incident)
      after.take(log.slice(cut).map(readOf), true)
      const told = (of: MatterIndex) => of.all().map(({ entries, ...record }) => ({ ...record, entries: entries.written() }))
      expect(told(index)).toEqual(told(whole))
    }), { numRuns: 50 })
  })

  it('[C28] is bounded: what was reported first and has ended leaves, what is open stays, and it says since when it is whole', () => {
    const events = Array.from({ length: 30 }, (_, i) => [incidentEvent('reported', i, {}, { subject: `WG-${i}` }), ...i === 0 ? [] : [incidentEvent('closed', i, {}, { subject: `WG-${i}` })]]).flat()
    const { index } = indexed(events, 10)
    expect(index.size).toBe(10)
    expect(index.find('WG-0')).toBeDefined()
    expect(index.find('WG-5')).toBeUndefined()
    expect(index.since).toBe(Date.UTC(2026, 10, 24, 1) + 20 * 60_000)
  })

  it('[A27] holds no caller that can be read', () => {
    const { index } = indexed([incidentEvent('reported', 0, { reporter: { name: '欧阳某某', phone: '19900001207' } })])
    expect(index.find('WG-1')).toMatchObject({ caller: { name: '欧**', phone: '199****1207' }, callers: ['phone:70210000991', 'name:某某阳欧'] })
  })
})
