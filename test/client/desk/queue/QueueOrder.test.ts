import type { DeskAddress } from '../../../../client/desk/queue/deskAddress.ts'
import type { QueueRow } from '../../../../client/desk/queue/QueueRow.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDeskAddress, writeDeskAddress } from '../../../../client/desk/queue/deskAddress.ts'
import { queueFilter } from '../../../../client/desk/queue/queueFilter.ts'
import { lineOf, linesBetween, linesOf, queueGroups } from '../../../../client/desk/queue/queueGroups.ts'
import { QueueOrder } from '../../../../client/desk/queue/QueueOrder.ts'
import { compareRows, isInView, queueRow } from '../../../../client/desk/queue/QueueRow.ts'
import { LIVELY_NOW, livelyState } from '../../../support/livelyState.ts'

const ZONE_MS = 8 * 3_600_000
const MINUTE_MS = 60_000
const state = livelyState()
const rows = [...state.incident.incidents.values()].flatMap(incident => queueRow(incident, state) ?? [])

const opened = (passes: (row: QueueRow) => boolean = () => true) => {
  const order = new QueueOrder(passes, (view, row) => isInView(view, row, 'seat-1'))
  order.reset(rows)
  return order
}

describe('the order', () => {
  it('[Q1] holds open matters alone, by time to their limit', () => {
    const { order, counts } = opened()
    expect(order.length).toBe(rows.length)
    expect(counts.due).toBe(rows.length)
    for (const unsigned of [true, false]) {
      const ends = (some: readonly QueueRow[]) => some.filter(row => row.unsigned === unsigned).map(({ due }) => due)
      expect(ends(order)).toEqual(ends(rows).sort((a, b) => a === b ? 0 : a - b))
    }
    expect(order.findIndex(({ unsigned }) => !unsigned)).toBe(rows.filter(({ unsigned }) => unsigned).length)
  })

  it('[Q1] after any changes is what a new one would be, in order and in counts', () => {
    const change = fc.record({ at: fc.nat(rows.length - 1), due: fc.oneof(fc.integer({ min: 0, max: 1e9 }), fc.constant(Infinity)), gone: fc.boolean(), stage: fc.constantFrom('reported', 'handling', 'returned' as const) })
    fc.assert(fc.property(fc.array(fc.array(change, { maxLength: 90 }), { maxLength: 4 }), (publications) => {
      const passes = (row: QueueRow) => row.severity !== 'III'
      const order = opened(passes)
      const expected = new Map(rows.map(row => [row.id, row]))
      for (const changes of publications) {
        const told = new Map<string, QueueRow | undefined>()
        for (const { at, due, gone, stage } of changes) {
          const row = rows[at]!
          told.set(row.id, gone ? undefined : { ...row, due, stage })
        }
        for (const [id, row] of told) {
          if (row)
            expected.set(id, row)
          else
            expected.delete(id)
        }
        order.change(told)
      }
      const left = [...expected.values()]
      expect(order.order).toEqual(left.filter(passes).sort(compareRows))
      expect(order.counts.returned).toBe(left.filter(({ stage }) => stage === 'returned').length)
    }), { numRuns: 40 })
  })
})

describe('groups', () => {
  it('[Q2] follow each other without a gap, and every line is a heading or one row', () => {
    const order = opened()
    const groups = queueGroups(order, LIVELY_NOW, ZONE_MS)
    const lines = linesBetween(groups, 0, Infinity)
    expect(lines).toHaveLength(linesOf(groups))
    expect(lines.flatMap(({ at }) => 'place' in at ? [at.place] : [])).toEqual(order.order.map((_, place) => place))
    for (const { line, at } of lines)
      expect('place' in at ? lineOf(groups, at.place) : at.group.line).toBe(line)
    expect(linesBetween(groups, 40, 60)).toEqual(lines.slice(40, 61))
  })

  it('[Q2] are by what is left at a moment: as time goes by, a row comes nearer', () => {
    const order = new QueueOrder(() => true, () => false)
    const at = (id: string, due: number): QueueRow => ({ ...rows[0]!, id, due, unsigned: id === 'unsigned' })
    order.reset([at('unsigned', LIVELY_NOW + 4 * MINUTE_MS), at('over', LIVELY_NOW - 1), at('half', LIVELY_NOW + 29 * MINUTE_MS), at('two', LIVELY_NOW + 90 * MINUTE_MS), at('today', LIVELY_NOW + 5 * 60 * MINUTE_MS), at('later', LIVELY_NOW + 20 * 60 * MINUTE_MS), at('parked', Infinity)])
    expect(queueGroups(order, LIVELY_NOW, ZONE_MS).map(({ name }) => name)).toEqual(['unsigned', 'overdue', 'half', 'twoHours', 'today', 'later', 'parked'])
    expect(queueGroups(order, LIVELY_NOW + 61 * MINUTE_MS, ZONE_MS).map(({ name, from, to }) => [name, to - from])).toEqual([['unsigned', 1], ['overdue', 2], ['half', 1], ['today', 1], ['later', 1], ['parked', 1]])
  })
})

describe('what narrows', () => {
  const address = (query: string) => readDeskAddress(new URLSearchParams(query))
  const shown = (query: string) => opened(queueFilter(address(query), { namesOf: ({ grid }) => grid.startsWith('152921001') ? '巴彦浩特 Bayanhot' : '', buildings: [{ names: { zh: '学苑东5号楼' }, lng: 105.7, lat: 38.83 }] })).order

  it('[Q3] a view, filters and a search hold together', () => {
    const found = shown('view=returned&severity=IV')
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(({ stage, severity }) => stage === 'returned' && severity === 'IV')).toBe(true)
    expect(shown(`q=${rows[3]!.id}`).map(({ id }) => id)).toContain(rows[3]!.id)
    expect(shown('q=bayan').every(({ grid }) => grid.startsWith('152921001'))).toBe(true)
    expect(shown('q=nowhere')).toEqual([])
  })

  it('[Q3] a building finds what lies at it', () => {
    const order = opened(queueFilter(address('q=5号楼'), { namesOf: () => '', buildings: [{ names: { zh: '学苑东5号楼' }, lng: 105.7, lat: 38.83 }] }))
    order.change(new Map([['near', { ...rows[0]!, id: 'near', place: { lng: 105.7001, lat: 38.8301 } }], ['far', { ...rows[0]!, id: 'far', place: { lng: 105.71, lat: 38.83 } }]]))
    expect(order.order.map(({ id }) => id)).toEqual(['near'])
  })

  it('[Q4] an address is read back as it was written; what is not lawful narrows nothing', () => {
    const whole: DeskAddress = { seat: 'seat-1', matter: 'WG-1', view: 'mine', q: '井盖', within: '152921001', category: 'safety', severity: 'I', level: 'town', stage: 'handling', holder: 'unit' }
    expect(readDeskAddress(new URLSearchParams(writeDeskAddress(whole)))).toEqual(whole)
    expect(writeDeskAddress(address('view=x&within=15&category=y&severity=V&level=&stage=q'))).toEqual({})
  })
})
