import type { LaneIncident } from '../../../../shared/indicators/open/laneIncidents.ts'
import type { SwarmMatter } from '../../../../client/charts/lanes/swarm.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { climbed } from '../../../../client/charts/lanes/climbed.ts'
import { flowBand } from '../../../../client/charts/lanes/flowBand.ts'
import { laneLayout } from '../../../../client/charts/lanes/laneLayout.ts'
import { swarm } from '../../../../client/charts/lanes/swarm.ts'

const box = { limit: 830, end: 930, height: 130, scale: 1 }
const matter = (place: number, share: number, severity: SwarmMatter['severity'] = 'IV'): SwarmMatter => ({ id: String(place), severity, share, labelWidth: severity === 'I' || severity === 'II' ? 130 : 0 })

/** So many matters with shares all over, a few past their limit. */
function many(count: number): SwarmMatter[] {
  return Array.from({ length: count }, (_, place) => matter(place, 1 - (place * 0.618_034 % 1) * 1.05, place < 2 ? 'I' : place < 5 ? 'II' : place < 25 ? 'III' : 'IV'))
}

describe('swarm', () => {
  it.each([3, 80, 300, 1000])('[I7] %i matters: no mark covers another, all lie in their lane, what is left out is counted', (count) => {
    const matters = many(count)
    const { marks, rest } = swarm(matters, box)
    expect(marks.length + rest).toBe(count)
    expect(count > 300 || rest === 0).toBe(true)
    for (const [place, mark] of marks.entries()) {
      expect(mark.y - mark.r >= 0 && mark.y + mark.r <= box.height && mark.x - mark.r >= 0 && mark.x + mark.r <= box.end).toBe(true)
      expect(marks.slice(place + 1).filter(other => Math.hypot(mark.x - other.x, mark.y - other.y) < mark.r + other.r)).toEqual([])
    }
    const drawn = new Set(marks.map(({ id }) => id))
    for (const { id, severity } of matters)
      expect(severity === 'IV' || drawn.has(id)).toBe(true)
  })

  it('[I7] what has less of its limit left never stands further left; past the limit stands past the line', () => {
    const matters = Array.from({ length: 120 }, (_, place) => matter(place, 0.99 - place / 100))
    const { marks } = swarm(matters, box)
    const x = new Map(marks.map(mark => [mark.id, mark]))
    let last = 0
    for (const { id, share } of matters) {
      const mark = x.get(id)
      if (!mark)
        continue
      expect(mark.x).toBeGreaterThanOrEqual(last)
      expect(mark.isOver).toBe(share < 0)
      expect(mark.isOver ? mark.x - mark.r > box.limit : mark.x + mark.r <= box.limit).toBe(true)
      last = mark.x
    }
  })

  it('[I7] a crowd at one place is pushed aside by no more than it may', () => {
    const { marks, rest } = swarm(Array.from({ length: 400 }, (_, place) => matter(place, 0.98)), box)
    expect(Math.max(...marks.map(({ x }) => x))).toBeLessThanOrEqual(830 * 0.14)
    expect(marks.length + rest).toBe(400)
  })

  it('[I7] grave marks have their label where there is room, on the side of the limit where they belong', () => {
    const { marks } = swarm([matter(0, 0.9, 'I'), matter(1, 0.02, 'II'), matter(2, -0.5, 'II')], box)
    const [calm, near, over] = ['0', '1', '2'].map(id => marks.find(mark => mark.id === id)!)
    expect(calm!.label?.anchor).toBe('start')
    expect(near!.label?.anchor).toBe('end')
    expect(over!.label!.x).toBeLessThanOrEqual(box.limit)
  })
})

describe('what is grave in the lanes', () => {
  it('[I12] is drawn and named, however many are overdue at once, however crowded the lane; what finds no place is of severity IV', () => {
    fc.assert(fc.property(fc.array(fc.record({ share: fc.double({ min: -3, max: 1, noNaN: true }), severity: fc.constantFrom('I', 'II') }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 300 }), (grave, common) => {
      const matters = [
        ...grave.map(({ share, severity }, place) => matter(place, share, severity)),
        ...Array.from({ length: common }, (_, place) => matter(100 + place, 0.9 - place * 0.001, place % 12 ? 'IV' : 'III')),
      ]
      const height = Math.max(90, grave.length * 27 + 24)
      const { marks } = swarm(matters, { limit: 830, end: 930, height, scale: 1 })
      const drawn = new Map(marks.map(mark => [mark.id, mark]))
      for (const { id, severity } of matters) {
        if (severity === 'I' || severity === 'II')
          expect([id, drawn.get(id)?.label !== undefined]).toEqual([id, true])
        else if (severity === 'III')
          expect([id, drawn.has(id)]).toEqual([id, true])
      }
      const labels = marks.flatMap(({ label }) => label ? [{ left: label.anchor === 'start' ? label.x : label.x - 130, top: label.y - 12 }] : [])
      for (const [place, a] of labels.entries())
        expect(labels.slice(place + 1).filter(b => Math.abs(a.left - b.left) < 130 && Math.abs(a.top - b.top) < 23.9)).toEqual([])
    }), { numRuns: 60 })
  })

  it('[I12] makes its lane grow at the cost of the others, and all of them still fill the room', () => {
    const plain = laneLayout(1400, 520, { scale: 1, text: 1 })
    const layout = laneLayout(1400, 520, { scale: 1, text: 1 }, { banner: 6, grid: 1 })
    expect(layout.lanes[0]!.height).toBeGreaterThanOrEqual(6 * 27)
    expect(layout.lanes[3]!.height).toBeLessThan(plain.lanes[3]!.height)
    expect(layout.lanes[3]!.top + layout.lanes[3]!.height).toBeCloseTo(520)
    expect(layout.lanes.every(({ height }) => height > 30)).toBe(true)
  })
})

describe('the lanes', () => {
  const layout = laneLayout(1400, 520, { scale: 1, text: 1 })

  it('[I7] stand below each other with room for the bands, banner on top', () => {
    expect(layout.lanes.map(({ level }) => level)).toEqual(['banner', 'town', 'community', 'grid'])
    for (const [place, lane] of layout.lanes.slice(1).entries())
      expect(lane.top - layout.lanes[place]!.top - layout.lanes[place]!.height).toBeCloseTo(32)
    expect(layout.lanes[3]!.top + layout.lanes[3]!.height).toBeCloseTo(520)
  })

  it('[I7] a band is as wide as what went up, within bounds, and keeps between its lanes', () => {
    expect([0, 30, 61, 5000].map(count => flowBand(layout, 1, count, 1).width)).toEqual([3, 6.6, 61 * 0.22, 16])
    const { y } = flowBand(layout, 2, 61, 1)
    expect(y).toBeGreaterThan(layout.lanes[1]!.top + layout.lanes[1]!.height)
    expect(y).toBeLessThan(layout.lanes[2]!.top)
  })
})

describe('climbed', () => {
  const lies = (id: string, level: LaneIncident['level']) => ({ id, level, grid: '', category: 'safety', severity: 'IV', stage: 'handling', left: 0, share: 1 }) satisfies LaneIncident

  it('[I7] tells who lies higher than before, not who came, stayed or was sent down', () => {
    const before = new Map([['up', 'grid'], ['far', 'grid'], ['stays', 'town'], ['down', 'banner']] as const)
    const now = [lies('up', 'community'), lies('far', 'banner'), lies('stays', 'town'), lies('down', 'town'), lies('new', 'banner')]
    expect(climbed(before, now).map(({ id }) => id)).toEqual(['up', 'far'])
  })
})
