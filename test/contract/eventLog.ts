import type { Append, EventLog } from '../../server/log/EventLog.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextEntryId } from '../../server/log/nextEntryId.ts'
import { compareEntryIds, FIRST_ENTRY } from '../../shared/words/entryId.ts'
import { heldFence } from '../support/heldTerm.ts'
import { eventLogGuardContract } from './eventLogGuards.ts'
import { eventLogImportContract } from './eventLogImports.ts'
import { eventLogKeeperContract } from './eventLogKeepers.ts'
import { eventLogStandsContract } from './eventLogStands.ts'
import { all, incident, LAST_ENTRY } from './incidentEntries.ts'

/** What every home of the log does. Knows the port alone; `open` gives a fresh, empty log each time. */
export function eventLogContract(open: () => Promise<EventLog>): void {
  describe('append', () => {
    it('[L1] answers growing ids in order, and reads back the same fields in the same order', async () => {
      await using log = await open()
      const entries = Array.from({ length: 700 }, (_, i) => incident(`e${i}`))
      const appended = await log.append(entries)
      expect(appended.map(one => one.outcome)).toEqual(entries.map(() => 'appended'))
      expectGrowing(appended.map(one => one.id))
      const read = await log.read({ incident: FIRST_ENTRY }, { limit: 1000, blockMs: 0 })
      expect(read).toEqual(entries.map((entry, i) => ({ ...entry, id: appended[i]!.id })))
    })

    it('[L1] grows over concurrent appends', async () => {
      await using log = await open()
      const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => log.append([incident(`a${i}`), incident(`b${i}`)])))
      const ids = (await log.read({ incident: FIRST_ENTRY }, { limit: 1000, blockMs: 0 })).map(entry => entry.id)
      expectGrowing(ids)
      expect(new Set(ids)).toEqual(new Set(answers.flat().map(one => one.id)))
      expect(ids).toHaveLength(100)
    })

    it('[L2] appends one identity once and answers the first entry', async () => {
      await using log = await open()
      const [first] = await log.append([incident('e1', { note: 'first' })])
      const again = await log.append([incident('e1', { note: 'second' }), incident('e2'), incident('e2')])
      expect(again.map(one => one.outcome)).toEqual(['duplicate', 'appended', 'duplicate'])
      expect(again[0]!.id).toBe(first!.id)
      expect(again[2]!.id).toBe(again[1]!.id)
      expect((await all(log)).map(entry => entry.fields.note ?? '')).toEqual(['first', ''])
    })

    it('[L2] appends one identity once when many do so at the same time', async () => {
      await using log = await open()
      const answers = (await Promise.all(Array.from({ length: 40 }, () => log.append([incident('same')])))).flat()
      expect(answers.filter(one => one.outcome === 'appended')).toHaveLength(1)
      expect(new Set(answers.map(one => one.id)).size).toBe(1)
      expect(await all(log)).toHaveLength(1)
    })

    it('[L2] tells identities apart by source and by id, and takes none from entries that lack one', async () => {
      await using log = await open()
      const texts = [['a', 'bc'], ['ab', 'c'], ['a', 'b'], ['b', 'a']] as const
      const named = texts.map(([source, id]) => ({ stream: 'incident', fields: { source, id, type: 'x' } }))
      const nameless: Append[] = [{ stream: 'incident', fields: { type: 'x', source: 'a' } }, { stream: 'incident', fields: { type: 'x', source: 'a' } }, { stream: 'incident', fields: { type: 'x', id: 'b' } }]
      const answers = await log.append([...named, ...nameless])
      expect(answers.map(one => one.outcome)).toEqual(answers.map(() => 'appended'))
    })

    it('[L3] never claims more than the home offers or than was asked', async () => {
      await using log = await open()
      const order = ['accepted', 'kill-not-power', 'durable', 'replicated'] as const
      for (const [i, reach] of order.entries()) {
        const [answer] = await log.append([incident(`e${i}`)], reach)
        expect(order.indexOf(answer!.reached)).toBe(Math.min(i, order.indexOf(log.offers)))
      }
    })

    it('[L4] keeps any text: 64 KB, Chinese, Mongolian, emoji, control characters, empty, odd names', async () => {
      await using log = await open()
      const fields = { 'type': 'incident.reported', 'long': '井'.repeat(22_000), 'mn': 'ᠠᠯᠠᠱᠠ ᠵᠡᠭᠦᠨ', 'emoji': '🐫🏜️', 'control': '\0\n\r\u001F', 'empty': '', '名称': '井盖', 'with space': 'x', '7': 'seven', 'constructor': 'y' }
      const proto = Object.fromEntries([['__proto__', 'z'], ['type', 'x']])
      await log.append([{ stream: 'incident', fields }, { stream: 'incident', fields: proto }])
      const read = await all(log)
      expect(read[0]!.fields).toEqual(fields)
      expect(Object.entries(read[1]!.fields)).toEqual(Object.entries(proto))
    })

    it('[L4] refuses what no home can keep before anything is written', async () => {
      await using log = await open()
      await expect(log.append([incident('e1'), { stream: 'incident', fields: {} }])).rejects.toThrow('1 to 1000 fields')
      await expect(log.append([incident('e1'), { stream: 'Not a stream', fields: { type: 'x' } }])).rejects.toThrow('no name for a stream')
      expect(await all(log)).toEqual([])
      expect(await log.append([])).toEqual([])
    })
  })

  describe('identity', () => {
    it('[L2] what had no effect is appended anew under its identity, once, and nothing else is', async () => {
      await using log = await open()
      const [first, other] = await log.append([incident('a', { n: '1' }), incident('b', { n: '1' })])
      const anew = (id: string, n: string) => ({ ...incident(id, { n }), instead: first!.id })
      const answers = (await Promise.all(Array.from({ length: 20 }, () => log.append([anew('a', '2')])))).flat()
      const [second] = answers.filter(({ outcome }) => outcome === 'appended')
      expect(answers.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1)
      expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([second!.id]))
      expect(await log.append([anew('b', '2'), anew('c', '1'), incident('a', { n: '3' })])).toMatchObject([{ outcome: 'duplicate', id: other!.id }, { outcome: 'appended' }, { outcome: 'duplicate', id: second!.id }])
      expect([await log.entryOf('test', 'a'), await log.entryOf('test', 'b')]).toEqual([second!.id, other!.id])
      expect((await all(log)).map(({ fields: { id, n } }) => `${id}${n}`)).toEqual(['a1', 'b1', 'a2', 'c1'])
      expect(await log.append([incident('a'), anew('a', '2')])).toMatchObject([{ outcome: 'duplicate', id: second!.id }, { outcome: 'duplicate', id: second!.id }])
    })

    it('[L19] the entry under a source and id can be asked for', async () => {
      await using log = await open()
      expect(await log.entryOf('test', 'a')).toBeUndefined()
      const [first] = await log.append([incident('a')])
      await log.append([incident('a')])
      expect([await log.entryOf('test', 'a'), await log.entryOf('tes', 'ta')]).toEqual([first!.id, undefined])
    })
  })

  describe('read', () => {
    it('[L7] wakes a waiting reader on append', async () => {
      await using log = await open()
      const [first] = await log.append([incident('e1')])
      const waiting = log.read({ incident: first!.id, patrol: FIRST_ENTRY }, { limit: 10, blockMs: 20_000 })
      const [patrol] = await log.append([{ stream: 'patrol', fields: { type: 'patrol.started' } }])
      expect(await waiting).toEqual([{ stream: 'patrol', id: patrol!.id, fields: { type: 'patrol.started' } }])
    })

    it('[L7] answers an empty list when the time is over and nothing came', async () => {
      await using log = await open()
      const start = performance.now()
      expect(await log.read({ incident: FIRST_ENTRY }, { limit: 10, blockMs: 60 })).toEqual([])
      expect(performance.now() - start).toBeGreaterThan(50)
      expect(await log.read({ incident: FIRST_ENTRY }, { limit: 10, blockMs: 0 })).toEqual([])
    })

    it('[L7] answers an empty list at once when aborted, before or meanwhile', async () => {
      await using log = await open()
      const start = performance.now()
      const abort = new AbortController()
      const reading = Array.from({ length: 3 }, () => log.read({ incident: FIRST_ENTRY }, { limit: 10, blockMs: 60_000, signal: abort.signal }))
      await log.ping()
      abort.abort()
      expect(await Promise.all(reading)).toEqual([[], [], []])
      expect(await log.read({ incident: FIRST_ENTRY }, { limit: 10, blockMs: 60_000, signal: abort.signal })).toEqual([])
      expect(performance.now() - start).toBeLessThan(20_000)
    })

    it('[L7] ends waiting reads when the log is closed', async () => {
      const log = await open()
      const reading = log.read({ incident: FIRST_ENTRY }, { limit: 10, blockMs: 60_000 })
      await log.ping()
      await log[Symbol.asyncDispose]()
      expect(await reading.catch((error: Error) => error.name)).toEqual([])
    })

    it('[L8] any batching over several streams gives each stream whole and in order', async () => {
      await using log = await open()
      const streams = ['incident', 'patrol', 'grid-status']
      const appended = await log.append(Array.from({ length: 120 }, (_, i) => ({ stream: streams[i % 7 % 3]!, fields: { type: 'x', n: String(i) } })))
      const expected = await Promise.all(streams.map(stream => all(log, stream)))
      expect(expected.flat()).toHaveLength(appended.length)
      for (const limit of [1, 2, 3, 7, 50, 1000]) {
        const after: Record<string, string> = Object.fromEntries(streams.map(stream => [stream, FIRST_ENTRY]))
        const got = new Map(streams.map(stream => [stream, [] as unknown[]]))
        for (;;) {
          const batch = await log.read(after, { limit, blockMs: 0 })
          expect(batch.length).toBeLessThanOrEqual(limit)
          if (batch.length === 0)
            break
          for (const entry of batch) {
            got.get(entry.stream)!.push(entry)
            after[entry.stream] = entry.id
          }
        }
        expect(streams.map(stream => got.get(stream))).toEqual(expected)
      }
    })

    it('[L8] a busy stream does not hide a quiet one', async () => {
      await using log = await open()
      await log.append(Array.from({ length: 50 }, (_, i) => incident(`e${i}`)))
      await log.append([{ stream: 'patrol', fields: { type: 'x' } }])
      const seen = new Set<string>()
      for (let i = 0; i < 4; i++)
        (await log.read({ incident: FIRST_ENTRY, patrol: FIRST_ENTRY }, { limit: 1, blockMs: 0 })).forEach(entry => seen.add(entry.stream))
      expect(seen).toEqual(new Set(['incident', 'patrol']))
    })

    it('[L8] property: what is read after a cursor is the rest of the log', async () => {
      await using log = await open()
      const kept: Append[] = []
      const ids: string[] = []
      await fc.assert(fc.asyncProperty(
        fc.array(fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.string({ unit: 'grapheme', maxLength: 20 }), { minKeys: 1, maxKeys: 6 }), { maxLength: 6 }),
        fc.nat(),
        async (more, cut) => {
          const entries = more.map(({ source: _, ...fields }) => ({ stream: 'incident', fields: { ...fields, type: 'x' } }))
          ids.push(...(await log.append(entries, 'accepted')).map(one => one.id))
          kept.push(...entries)
          const at = cut % (ids.length + 1)
          const rest = await log.read({ incident: ids[at - 1] ?? FIRST_ENTRY }, { limit: 10_000, blockMs: 0 })
          expect(rest.map(entry => entry.id)).toEqual(ids.slice(at))
          expect(rest.map(entry => entry.fields)).toEqual(kept.slice(at).map(entry => entry.fields))
        },
      ), { numRuns: 60 })
    })
  })

  describe('range, bounds, trim', () => {
    it('[L9] gives both ends of a range and not more than the limit', async () => {
      await using log = await open()
      const ids = (await log.append(Array.from({ length: 20 }, (_, i) => incident(`e${i}`)))).map(one => one.id)
      const idsOf = async (from: string, to: string, limit: number) => (await log.range('incident', from, to, limit)).map(entry => entry.id)
      expect(await idsOf(ids[3]!, ids[8]!, 100)).toEqual(ids.slice(3, 9))
      expect(await idsOf(ids[3]!, ids[8]!, 2)).toEqual(ids.slice(3, 5))
      expect(await idsOf(FIRST_ENTRY, LAST_ENTRY, 100)).toEqual(ids)
      expect(await idsOf(nextEntryId(ids[3]!), nextEntryId(ids[3]!), 100)).toEqual(ids[4] === nextEntryId(ids[3]!) ? [ids[4]] : [])
      expect(await log.bounds('incident')).toEqual({ first: ids[0], last: ids.at(-1) })
      expect(await log.bounds('patrol')).toBeUndefined()
    })

    it('[R23][R24] a range ends where it would be more bytes than asked for, gives one at least, and what is too large without its fields', async () => {
      await using log = await open()
      const ids: string[] = []
      for (const size of [100, 200_000, 200_000, 1_100_000, 300_000, 10])
        ids.push((await log.append([{ stream: 'patrol', fields: { n: 'x'.repeat(size - 1) } }]))[0]!.id)
      const read = async (from: number, most?: number) => (await log.range('patrol', ids[from]!, LAST_ENTRY, 100, most)).map(({ id, fields, tooLarge }) => [ids.indexOf(id), fields.n?.length, tooLarge])
      const [a, b, c, large, e, f] = [[0, 99, undefined], [1, 199_999, undefined], [2, 199_999, undefined], [3, undefined, 1_100_000], [4, 299_999, undefined], [5, 9, undefined]]
      expect(await read(0)).toEqual([a, b, c, large, e, f])
      expect(await read(0, 400_100)).toEqual([a, b, c, large])
      expect(await read(0, 400_099)).toEqual([a, b])
      expect(await read(1, 1)).toEqual([b])
      expect(await read(3, 300_010)).toEqual([large, e, f])
      expect(await read(3, 300_009)).toEqual([large, e])
      expect((await read(0, Number.POSITIVE_INFINITY)).map(([, length]) => length)).toEqual([99, 199_999, 199_999, 1_099_999, 299_999, 9])
    })

    it('[L9] reads after ids with serials of any size', async () => {
      await using log = await open()
      const [one, two] = (await log.append([incident('e1'), incident('e2')])).map(answer => answer.id)
      const before = `${Number(one!.slice(0, one!.indexOf('-'))) - 1}-18446744073709551615`
      expect((await log.read({ incident: before }, { limit: 9, blockMs: 0 })).map(entry => entry.id)).toEqual([one, two])
      expect(await log.trim('incident', before, await heldFence(log))).toBe(0)
    })

    it('[L10] trims what is before an id, answers how many, and ids go on growing', async () => {
      await using log = await open()
      const ids = (await log.append(Array.from({ length: 30 }, (_, i) => incident(`e${i}`)))).map(one => one.id)
      const fence = await heldFence(log)
      expect(await log.trim('incident', ids[10]!, fence)).toBe(10)
      expect(await log.bounds('incident')).toEqual({ first: ids[10], last: ids[29] })
      expect(await log.trim('incident', nextEntryId(ids[29]!), fence)).toBe(20)
      expect(await log.bounds('incident')).toBeUndefined()
      const [next] = await log.append([incident('later')])
      expect(compareEntryIds(next!.id, ids[29]!)).toBeGreaterThan(0)
      expect((await log.append([incident('e1')]))[0]).toMatchObject({ outcome: 'duplicate', id: ids[1] })
    })
  })

  eventLogStandsContract(open)
  eventLogGuardContract(open)
  eventLogKeeperContract(open)
  eventLogImportContract(open)
}

function expectGrowing(ids: readonly string[]): void {
  ids.slice(1).forEach((id, i) => expect(compareEntryIds(ids[i]!, id)).toBeLessThan(0))
}
