import type { LedgerEvent } from '../../../../shared/kernel/ledger/LedgerEvent.ts'
import type { RegionCode } from '../../../../shared/words/regionCode.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { basisWithin } from '../../../../shared/domain/basisWithin.ts'
import { emptyGround } from '../../../../shared/kernel/emptyGround.ts'
import { Ledger } from '../../../../shared/kernel/ledger/Ledger.ts'
import { isWithin } from '../../../../shared/words/regionCode.ts'
import { arbitraryLedgerLog } from '../../../support/ledger/arbitraryLedgerLog.ts'
import { cellsOf } from '../../../support/ledger/cellsOf.ts'
import { foldLedger } from '../../../support/ledger/foldLedger.ts'
import { happeningsOf } from '../../../support/ledger/happeningsOf.ts'
import { THINGS } from '../../../support/ledger/things.ts'
import { tinyBasis } from '../../../support/tinyBasis.ts'

const REGIONS = ['152921', '152921102', '152921402', '152921102001', tinyBasis.grids[0]!]
const grid = tinyBasis.grids[0]!

describe.each(THINGS.map(({ definition, table }) => ({ name: definition.name, definition, table })))('a ledger of $name', ({ definition, table }) => {
  const cells = cellsOf(table)

  it.each(cells)('[F26] what is $stage and is $happening: $next', ({ stage, happening, next }) => {
    const way = wayTo(stage).map((each, n) => event(each, n + 1))
    const { folded, slice } = foldLedger(definition, [...way, { ...event(happening, way.length + 1), ...(stage !== 'none' && { amount: 1 }) }])
    expect(folded.map(({ outcome }) => outcome)).toEqual([...way.map(() => 'applied'), next.length > 0 ? 'applied' : 'rejected'])
    expect(next.length > 0 ? next : [stage]).toContain(slice.things.get('A1')?.stage ?? 'none')
  })

  it('[F26] has a cell for every stage and happening of its definition, and no other', () => {
    expect(new Set(cells.map(({ stage, happening }) => `${stage} ${happening}`)))
      .toEqual(new Set(Object.keys(definition.table).flatMap(stage => happeningsOf(definition).map(happening => `${stage} ${happening}`))))
  })

  it('[F26] is the same folded whole, or through JSON at any split, and its digest is that of its records', () => {
    fc.assert(fc.property(arbitraryLedgerLog(definition), fc.nat(), (log, cut) => {
      const whole = foldLedger(definition, log)
      const at = cut % (log.length + 1)
      const resumed = foldLedger(definition, log.slice(at), { from: JSON.parse(JSON.stringify(foldLedger(definition, log.slice(0, at)).part())) })
      const anew = foldLedger(definition, [], { from: whole.part() })
      expect([resumed.part(), anew.part()]).toEqual([whole.part(), whole.part()])
      for (const region of REGIONS)
        expect([resumed, anew].map(({ ground }) => ground.digest.of(region))).toEqual([whole, whole].map(({ ground }) => ground.digest.of(region)))
    }))
  })

  it('[F28] of a region it is the same folded from what touches that region alone, or cut out of the whole', () => {
    fc.assert(fc.property(arbitraryLedgerLog(definition), fc.constantFrom(...REGIONS), (log, region) => {
      const whole = foldLedger(definition, log)
      const part = foldLedger(definition, log.filter((_, n) => reaches(whole.folded[n]!, region)), { basis: basisWithin(tinyBasis, region) })
      expect(part.folded.map(({ outcome }) => outcome).filter(outcome => outcome !== 'applied')).toEqual([])
      expect(part.part()).toEqual(whole.ledger.within(whole.part(), region))
      expect(part.ground.digest.of(region)).toBe(whole.ground.digest.of(region))
    }))
  })

  it('[F26] holds no more than its bound in any node, keeps what is open, and what is refused changes nothing', () => {
    fc.assert(fc.property(arbitraryLedgerLog(definition), (log) => {
      const { ground, slice, part, fold } = foldLedger(definition)
      for (const each of log) {
        const open = [...slice.things.values()].filter(({ endedEntry }) => endedEntry === undefined).map(({ id }) => id)
        const before = JSON.stringify([part(), ground.digest.of('152921')])
        if (fold(each).outcome !== 'applied')
          expect(JSON.stringify([part(), ground.digest.of('152921')])).toBe(before)
        expect(open.filter(id => !slice.things.has(id))).toEqual([])
        expect(Math.max(...slice.held)).toBeLessThanOrEqual(definition.most)
      }
    }))
  })

  /** The shortest way from nothing to a stage, by the expected table. */
  function wayTo(stage: string): string[] {
    const ways: { at: string; way: string[] }[] = [{ at: 'none', way: [] }]
    for (const { at, way } of ways) {
      if (at === stage)
        return way
      for (const cell of cells.filter(each => each.stage === at && each.next.length > 0)) {
        // One step of the real thing says which of several stages it comes to.
        const next = foldLedger(definition, [...way, cell.happening].map((each, n) => event(each, n + 1))).slice.things.get('A1')!.stage
        if (ways.length < 200)
          ways.push({ at: next, way: [...way, cell.happening] })
      }
    }
    throw new Error(`No way leads to ${stage}.`)
  }
})

describe('ledgers of two streams', () => {
  it('[F26] make the same state and digest in whatever order the streams are interleaved', () => {
    const [one, other] = [THINGS[0]!.definition, THINGS[1]!.definition]
    fc.assert(fc.property(arbitraryLedgerLog(one), arbitraryLedgerLog(other, 'patrol'), fc.array(fc.boolean(), { maxLength: 60 }), (a, b, order) => {
      expect(foldBoth(a, b, order)).toEqual(foldBoth(a, b, []))
    }))

    function foldBoth(a: LedgerEvent<string>[], b: LedgerEvent<string>[], order: boolean[]) {
      const ground = emptyGround(tinyBasis)
      const [first, second] = [new Ledger(one), new Ledger(other)]
      const [firstSlice, secondSlice] = [first.empty(ground), second.empty(ground)]
      const [restA, restB] = [[...a], [...b]]
      for (const isFirst of [...order, ...a.map(() => true), ...b.map(() => false)]) {
        const next = (isFirst ? restA : restB).shift()
        if (next)
          (isFirst ? first : second).fold(ground, isFirst ? firstSlice : secondSlice, next)
      }
      return [first.write(ground, firstSlice), second.write(ground, secondSlice), ...REGIONS.map(region => ground.digest.of(region))]
    }
  })
})

function reaches(folded: ReturnType<ReturnType<typeof foldLedger>['fold']>, region: RegionCode): boolean {
  if (folded.outcome !== 'applied')
    return false
  const { grids, regions = [] } = folded.touched
  return [...grids.map(each => tinyBasis.grids[each]!), ...regions].some(code => isWithin(code, region))
}

function event(happening: string, ms: number): LedgerEvent<string> {
  return { stream: 'incident', entry: `${ms}-0`, happening, subject: 'A1', region: grid, at: ms, amount: happening === 'posted' ? 6 : 3 }
}
