import type { LedgerEvent } from '../../../../shared/kernel/ledger/LedgerEvent.ts'
import type { Told } from '../../../support/ledger/Told.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldRedactor } from '../../../../shared/audience/fieldRedactor.ts'
import { listThings } from '../../../../shared/kernel/ledger/listThings.ts'
import { audience } from '../../../../shared/words/Audience.ts'
import { publicId } from '../../../../shared/words/publicId.ts'
import { ACTION, ACTION_DATA, ofAction } from '../../../support/ledger/action.ts'
import { arbitraryLedgerLog } from '../../../support/ledger/arbitraryLedgerLog.ts'
import { foldLedger } from '../../../support/ledger/foldLedger.ts'
import { THINGS } from '../../../support/ledger/things.ts'
import { testAliasOf } from '../../../support/testAliasOf.ts'
import { tinyBasis } from '../../../support/tinyBasis.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
// Tuesday 2026-11-24 10:00 in the district; its working day is 8:30–12:00 and 14:30–18:00.
const START = Date.parse('2026-11-24T10:00:00+08:00')
const TODAY = Math.floor((START + 8 * HOUR) / DAY)
const [GRID, NEXT, , FAR] = tinyBasis.grids as [string, string, string, string]
const [, TASK, ENROLMENT, DISCLOSURE] = THINGS.map(({ definition }) => definition)

describe('rules of a ledger', () => {
  it('[F26] opens no more where all are open, and lets the oldest ended one go where one has ended', () => {
    const opened = ['A1', 'A2', 'A3', 'A4'].map((id, n) => event('assigned', n + 1, {}, id))
    expect(foldLedger(ACTION, [...opened, event('assigned', 5, {}, 'A5')]).folded[4]).toMatchObject({ outcome: 'rejected', refusal: { reason: 'unlawful' } })
    expect(foldLedger(ACTION, [...opened, event('assigned', 5, { region: NEXT }, 'A5')]).folded[4]!.outcome).toBe('applied')
    const { slice } = foldLedger(ACTION, [...opened, event('cancelled', 5, {}, 'A3'), event('cancelled', 6, {}, 'A1'), event('assigned', 7, {}, 'A5')])
    expect([...slice.things.keys()].sort()).toEqual(['A1', 'A2', 'A4', 'A5'])
  })

  it('[F26] lets an ended thing leave by its own node’s entries, and its id is free then; what changes after its end does not stay longer', () => {
    const ended = [event('assigned', 1), event('cancelled', 2)]
    expect(foldLedger(ACTION, [...ended, event('assigned', 2 + 2 * DAY)]).folded[2]!.outcome).toBe('rejected')
    expect(foldLedger(ACTION, [...ended, event('assigned', 3 + 2 * DAY, { region: NEXT }, 'A2')]).slice.things.has('A1')).toBe(true)
    expect([...foldLedger(ACTION, [...ended, event('assigned', 3 + 2 * DAY, {}, 'A2')]).slice.things.keys()]).toEqual(['A2'])
    const posted = [event('posted', 1, {}, 'D1'), event('posted', 2, {}, 'D2'), event('posted', DAY, {}, 'D1'), event('posted', 2 * DAY + 2, {}, 'D3')]
    expect([...foldLedger(DISCLOSURE!, posted).slice.things.keys()]).toEqual(['D2', 'D3'])
  })

  it('[F27] runs each clock of its own: from what starts it, by what the event says or by the limit of its kind, until it is stopped', () => {
    const due = (...log: LedgerEvent<string>[]) => foldLedger(ACTION, log).slice.things.get('A1')!.due
    expect(due(event('assigned', 0))).toEqual({ do: START + DAY })
    expect(due(event('assigned', 0, { is: { unit: 'roads' } }))).toEqual({ do: START + 2 * DAY })
    expect(due(event('assigned', 0, { due: { do: START + 5 } }), event('progress', 1))).toEqual({ do: START + 5 })
    expect(due(event('assigned', 0), event('extended', HOUR))).toEqual({ do: START + HOUR + DAY })
    // Seven hours of work from Tuesday 10:00: two before noon, three and a half after, and the rest on Wednesday.
    expect(due(event('assigned', 0), event('done', 0))).toEqual({ check: Date.parse('2026-11-25T10:00:00+08:00') })
    expect(due(event('assigned', 0), event('done', 1), event('checked-not', 2))).toEqual({ do: START + 2 + DAY })
    expect(due(event('assigned', 0), event('cancelled', 1))).toEqual({})
    expect(foldLedger(ACTION, [event('assigned', 0, { due: { do: START - 1 } })]).folded[0]).toMatchObject({ refusal: { reason: 'bad-data', path: 'data.due' } })
  })

  it('[F27] is late once a clock has run out and not before, and carries a mark from what sets it to what clears it', () => {
    const { ledger, slice } = foldLedger(ACTION, [event('assigned', 0)])
    expect([START + DAY - 1, START + DAY].map(now => ledger.isLate(slice.things.get('A1')!, 'do', now))).toEqual([false, true])
    const marks = (...log: string[]) => foldLedger(ACTION, log.map((each, n) => event(each, n))).slice.things.get('A1')!.marks
    expect([marks('assigned'), marks('assigned', 'overdue', 'progress'), marks('assigned', 'overdue', 'extended')]).toEqual([[], ['overdue'], []])
  })

  it('[F27] counts where the thing is and in the regions above, on the day it happened, by dimension, in time, how long it took; nothing is counted back', () => {
    const { slice: { counts } } = foldLedger(ACTION, [
      event('assigned', 0, { is: { unit: 'roads' } }, 'A1'),
      event('assigned', 1, { is: { unit: 'stars' }, region: FAR }, 'A2'),
      event('assigned', 2, { region: '152921402' }, 'A3'),
      { ...event('assigned', 3, {}, 'A4'), at: START - DAY },
      event('done', HOUR, {}, 'A1'),
      event('done', DAY + 2, { region: FAR }, 'A2'),
      event('checked-not', DAY + 3, {}, 'A1'),
      event('done', DAY + 4, {}, 'A1'),
      event('checked-ok', DAY + 90 * 60_000, {}, 'A1'),
    ])
    const sum = (column: string, region = '152921', day = TODAY) => counts.sum(region, column, day, day)
    expect(['152921', '152921402', FAR, '152921102', GRID, '152921102002'].map(region => sum('assigned', region))).toEqual([3, 2, 1, 1, 1, 0])
    expect(['assigned.roads', 'assigned.water', 'assigned.other'].map(column => sum(column))).toEqual([1, 0, 2])
    expect([sum('assigned', GRID, TODAY - 1), sum('done'), sum('done', '152921', TODAY + 1), sum('doneInTime'), sum('doneInTime', '152921', TODAY + 1), sum('reopened', '152921', TODAY + 1)]).toEqual([1, 1, 2, 1, 1, 1])
    expect([sum('took.minutes', GRID, TODAY + 1), sum('took.6', GRID, TODAY + 1), sum('took.5', GRID, TODAY + 1)]).toEqual([25.5 * 60, 1, 0])
  })

  it('[F27] keeps counters so many days of each region, by its own newest entry', () => {
    const { slice: { counts } } = foldLedger(ACTION, [event('assigned', 0), event('assigned', 3 * DAY, { region: NEXT }, 'A2')])
    expect([GRID, '152921102001'].map(region => counts.sum(region, 'assigned', TODAY, TODAY))).toEqual([1, 0])
  })

  it('[F28] a thing may belong to a region without lying in a grid: it is of that region and of those above, not of the grids below', () => {
    const { ground, folded, ledger, part } = foldLedger(ACTION, [event('assigned', 0, { region: '152921402' })])
    expect(folded[0]).toMatchObject({ touched: { grids: [], regions: ['152921402'] } })
    expect(['152921', '152921402', '152921402001', '152921102', FAR].map(region => ground.digest.of(region) !== '0'.repeat(16))).toEqual([true, true, false, false, false])
    expect(['152921402', '152921402001'].map(region => ledger.within(part(), region).things.length)).toEqual([1, 0])
    expect(foldLedger(ACTION, [event('assigned', 0, { region: '152922' })]).folded[0]).toMatchObject({ refusal: { reason: 'outside-district' } })
  })

  it('[F28] what moves leaves the one region and enters the other as new; refused there, it stays where it was', () => {
    const moved = [event('checked-in', 0), event('moved', 1, { region: FAR })]
    const { ledger, slice, folded, part } = foldLedger(ENROLMENT!, moved)
    expect(folded[1]).toMatchObject({ outcome: 'applied', touched: { grids: [0, 3] } })
    expect(slice.things.get('A1')).toMatchObject({ node: 3, openedEntry: moved[1]!.entry, version: 1 })
    expect([GRID, FAR].map(region => ledger.within(part(), region).things.length)).toEqual([0, 1])
    expect([GRID, FAR, '152921'].map(region => slice.counts.sum(region, 'came', TODAY, TODAY))).toEqual([1, 1, 2])
    // The clock of what it left goes on by that entry too.
    expect([...foldLedger(ENROLMENT!, [event('checked-in', 0, {}, 'A2'), event('checked-out', 1, {}, 'A2'), event('checked-in', 2), event('moved', 2 * DAY + 2, { region: FAR })]).slice.things.keys()]).toEqual(['A1'])
    const full = ['A2', 'A3', 'A4', 'A5'].map((id, n) => event('checked-in', n, { region: FAR }, id))
    const refused = foldLedger(ENROLMENT!, [...full, event('checked-in', 5), event('moved', 6, { region: FAR })])
    expect([refused.folded[5]!.outcome, refused.slice.things.get('A1')!.node]).toEqual(['rejected', 0])
    expect(foldLedger(ENROLMENT!, [event('checked-in', 0), event('moved', 1, { region: '152922' })]).folded[1]!.outcome).toBe('rejected')
  })

  it('[F26] of what is needed so many of, its stage says how much is there; a fifth more is taken, and not more than there are given back', () => {
    const stages = (...steps: [string, number][]) => {
      const { folded, slice } = foldLedger(TASK!, [event('posted', 0, { amount: 5 }), ...steps.map(([happening, amount], n) => event(happening, n + 1, { amount }))])
      return [slice.things.get('A1')!.stage, folded.at(-1)!.outcome]
    }
    expect(stages(['claimed', 4])).toEqual(['part', 'applied'])
    expect(stages(['claimed', 5])).toEqual(['full', 'applied'])
    expect(stages(['claimed', 5], ['claimed', 1])).toEqual(['full', 'applied'])
    expect(stages(['claimed', 5], ['claimed', 2])).toEqual(['full', 'rejected'])
    expect(stages(['claimed', 6], ['unclaimed', 1])).toEqual(['full', 'applied'])
    expect(stages(['claimed', 5], ['unclaimed', 2])).toEqual(['part', 'applied'])
    expect(stages(['claimed', 2], ['unclaimed', 2])).toEqual(['posted', 'applied'])
    expect(stages(['claimed', 2], ['unclaimed', 3])).toEqual(['part', 'rejected'])
  })

  it('[F26] one natural key has one open thing in a node: a second is told the first one’s id, until that has ended', () => {
    const first = event('assigned', 0, { key: 'drain' }, 'A1')
    const second = (ms: number, told: Told = {}) => event('assigned', ms, { key: 'drain', ...told }, 'A2')
    expect(foldLedger(ACTION, [first, second(1)]).folded[1]).toMatchObject({ refusal: { reason: 'unlawful', message: expect.stringContaining('A1') as string } })
    expect(foldLedger(ACTION, [first, second(1, { region: NEXT })]).folded[1]!.outcome).toBe('applied')
    expect(foldLedger(ACTION, [first, event('cancelled', 1), second(2)]).folded[2]!.outcome).toBe('applied')
  })

  it.each(audience.options)('[A2] for a %s: redacted, then folded is folded, then redacted; what is not declared is not kept', (seenBy) => {
    const redactData = fieldRedactor(ACTION_DATA, seenBy)
    const seen = (subject: string) => seenBy === 'desk' ? subject : publicId(subject, testAliasOf)
    fc.assert(fc.property(arbitraryLedgerLog(ACTION), (log) => {
      const data = log.map(({ region, key, due, is, fields }) => ({ region, key, due: due?.['do'], unit: is?.['unit'], note: 'never', ...fields }))
      const whole = foldLedger(ACTION, log.map((each, n) => ({ ...each, ...ofAction(data[n] as never) })))
      const shown = log.flatMap((each, n) => whole.folded[n]!.outcome === 'applied' ? [{ ...each, subject: seen(each.subject), ...ofAction(redactData(data[n]!, testAliasOf) as never) }] : [])
      const screen = foldLedger(ACTION, shown)
      expect(screen.part()).toEqual(whole.ledger.redact[seenBy](whole.part(), testAliasOf))
      expect(screen.ground.digest.of('152921')).toBe(whole.ground.digest.of('152921'))
      expect(JSON.stringify(screen.part())).not.toMatch(seenBy === 'desk' ? /never|unknown/ : /never|unknown|"words"|"e"|"W\d"|张三|drain/)
    }))
  })

  it('[F29] lists what is wanted of a region, what is due first before the rest, so many at most, and says how many there are', () => {
    const { ground, slice } = foldLedger(ACTION, [
      event('assigned', 0, { is: { unit: 'water' } }, 'A1'),
      event('assigned', 1, { is: { unit: 'roads' } }, 'A2'),
      event('assigned', 2, { region: FAR, due: { do: START + 10 } }, 'A3'),
      event('done', 3, {}, 'A1'),
      event('overdue', 4, {}, 'A2'),
    ])
    const list = (wanted: object) => {
      const { things, of } = listThings(ground.index.nodes, slice, { region: '152921', now: START + 20, order: 'opened', most: 9, ...wanted })
      return [things.map(({ id }) => id).join(' '), of]
    }
    expect(list({})).toEqual(['A1 A2 A3', 3])
    expect(list({ order: { due: 'do' } })).toEqual(['A3 A2 A1', 3])
    expect(list({ order: 'changed', most: 1 })).toEqual(['A1', 3])
    expect(list({ region: '152921102' })).toEqual(['A1 A2', 2])
    expect(list({ stages: ['open'], is: { unit: 'roads' } })).toEqual(['A2', 1])
    expect(list({ late: 'do' })).toEqual(['A3', 1])
    expect(list({ marked: 'overdue' })).toEqual(['A2', 1])
  })
})

function event(happening: string, ms: number, told: Told = {}, subject = 'A1'): LedgerEvent<string> {
  return { stream: 'incident', entry: `${START + ms}-0`, happening, subject, region: GRID, at: START + ms, ...told }
}
