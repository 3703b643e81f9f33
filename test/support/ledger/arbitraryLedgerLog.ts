import type { AnyDefinition } from '../../../shared/kernel/ledger/AnyDefinition.ts'
import type { LedgerEvent } from '../../../shared/kernel/ledger/LedgerEvent.ts'
import type { StreamName } from '../../../shared/words/stream.ts'
import fc from 'fast-check'
import { happeningsOf } from './happeningsOf.ts'
import { tinyBasis } from '../tinyBasis.ts'

const DAY = 86_400_000
/** Few, so that they meet: grids, a community, a town, the banner, and one of another district. */
const REGIONS = [...tinyBasis.grids.slice(0, 2), tinyBasis.grids[3], '152921102001', '152921402', '152921', '152922', undefined]

/** Logs of one kind of thing, in the order of their entries, lawful or not. */
export function arbitraryLedgerLog(definition: AnyDefinition, stream: StreamName = 'incident'): fc.Arbitrary<LedgerEvent<string>[]> {
  const openers = Object.keys(definition.table['none']!)
  return fc.array(fc.record({
    happening: fc.oneof(fc.constantFrom(...openers), fc.constantFrom(...happeningsOf(definition))),
    subject: fc.constantFrom('A1', 'A2', 'A3', 'A4', 'A5', 'A6', '张三 13912345678'),
    region: fc.constantFrom(...REGIONS),
    key: fc.option(fc.constantFrom('k1', 'k2'), { nil: undefined, freq: 3 }),
    amount: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    unit: fc.constantFrom('roads', 'water', 'nobody', undefined),
    dueIn: fc.option(fc.integer({ min: -1, max: 3 * DAY }), { nil: undefined }),
    late: fc.integer({ min: 0, max: 5 * DAY }),
    pause: fc.integer({ min: 1, max: DAY }),
  }), { maxLength: 60 }).map((list) => {
    let now = 1_000_000_000_000
    return list.map(({ pause, late, dueIn, unit, ...each }, n): LedgerEvent<string> => {
      const at = (now += pause) - late
      const due = dueIn === undefined ? undefined : at + dueIn
      return { ...each, stream, entry: `${now}-${n}`, at, due: { do: due, post: due }, is: { unit }, fields: { percent: n % 100, doer: `W${n % 5}`, about: each.subject, title: 'words', evidence: 'e', unknown: 1 } }
    })
  })
}
