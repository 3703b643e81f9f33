import type { Measure, Part } from '../Measure.ts'
import type { ChildFiles } from '../processes/buildChildren.ts'
import { Child } from '../processes/Child.ts'
import { median } from '../stats.ts'

const SIZES = [147, 1470, 14_700]
const MOST_OFF = 0.1
const HEAP_OFF = 0.05

/** Cost of an event in districts of different size, and the heap over time. */
export function grids(files: ChildFiles): Part {
  return {
    names: ['grids', 'heap'],
    async run({ rounds, million }) {
      await using child = new Child(files.fold, { nodeArgs: ['--expose-gc'] })
      const costs = await child.ask<Record<number, number[]>>('gridCosts', { sizes: SIZES, warm: Math.min(million, 400_000), rounds: rounds * 5 })
      const [small, middle, large] = SIZES.map(size => median(costs[size]!)) as [number, number, number]
      const off = Math.max(middle, large) / small - 1
      await using other = new Child(files.fold, { nodeArgs: ['--expose-gc'] })
      const heap = await other.ask<{ once: number; twice: number; baseline: number }>('heapOverTime', { million })
      const measures: Measure[] = [
        {
          name: 'grids',
          unit: 'ns/event',
          ours: small,
          peers: { '1,470 grids': middle, '14,700 grids': large },
          ratio: large / small,
          target: '≤ 1.1 × that of 147 grids',
          holds: off <= MOST_OFF,
          note: `fold alone, processor time, warm; 1,470: ${(middle / small).toFixed(2)}, 14,700: ${(large / small).toFixed(2)}`,
        },
        {
          name: 'heap',
          unit: 'MB',
          ours: heap.twice / 1e6,
          peers: { 'half as many': heap.once / 1e6 },
          ratio: heap.twice / heap.once,
          target: 'flat, ± 5 %',
          holds: Math.abs(heap.twice / heap.once - 1) <= HEAP_OFF,
          note: `heap after ${2 * million} events against ${million}; before any ${(heap.baseline / 1e6).toFixed(1)} MB`,
        },
      ]
      return measures
    },
  }
}

/** Decoding, checking and folding against parsing the JSON alone. */
export function schemaCheck(files: ChildFiles): Part {
  return {
    names: ['schema-check'],
    async run({ rounds }) {
      await using child = new Child(files.fold, { nodeArgs: ['--expose-gc'] })
      const costs = await child.ask<Record<'ours' | 'wholeJson' | 'dataJson', number[]>>('schemaCosts', { warm: 100, rounds: rounds * 100 })
      const [ours, whole, data] = [median(costs.ours), median(costs.wholeJson), median(costs.dataJson)]
      return [{
        name: 'schema-check',
        unit: 'ns/event',
        ours,
        peers: { 'JSON.parse of the event': whole, 'JSON.parse of its data alone': data },
        ratio: ours / whole,
        target: '≤ 2.5 × JSON.parse',
        holds: ours / whole <= 2.5,
        note: `decode, schema check and fold, from the fields of the log (96 % positions); the peer parses the same event as one JSON text. Against its data alone ${(ours / data).toFixed(1)}`,
      }] satisfies Measure[]
    },
  }
}
