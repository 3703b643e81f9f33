import type { EventLog } from '../../server/log/EventLog.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryHash } from '../../server/log/entryHash.ts'
import { nextEntryId } from '../../server/log/nextEntryId.ts'
import { FIRST_ENTRY } from '../../shared/words/entryId.ts'
import { heldFence } from '../support/heldTerm.ts'
import { all, incident } from './incidentEntries.ts'

const OTHER = entryHash({ type: 'another' })
const WENT_BACK = { name: 'LogWentBackError' }

/** That a reader hears when what it has read does not stand any more. */
export function eventLogStandsContract(open: () => Promise<EventLog>): void {
  describe('what was read stands', () => {
    it('[L20] a read proves by content the entry at each position, and rejects where another or none stands', async () => {
      await using log = await open()
      const [one, two] = await append(log, 'a', 'b')
      const stands = { incident: one!.hash }
      const read = (id: string, hash: string, blockMs = 0) => log.read({ incident: id, patrol: FIRST_ENTRY }, { limit: 10, blockMs, stands: { incident: hash } })
      expect((await read(one!.id, stands.incident)).map(({ id }) => id)).toEqual([two!.id])
      expect(await read(two!.id, two!.hash)).toEqual([])
      await expect(read(one!.id, OTHER)).rejects.toMatchObject({ ...WENT_BACK, message: `The log went backwards: entry ${one!.id} of incident does not stand in it any more.` })
      await expect(read(nextEntryId(two!.id), two!.hash)).rejects.toMatchObject(WENT_BACK)
      await expect(read(two!.id, OTHER, 30)).rejects.toMatchObject(WENT_BACK)
    })

    it('[L20] a read that waited proves it too, whether something came or not', async () => {
      await using log = await open()
      const [one] = await append(log, 'a')
      expect(await log.read({ incident: one!.id }, { limit: 10, blockMs: 30, stands: { incident: one!.hash } })).toEqual([])
      const waiting = log.read({ incident: one!.id }, { limit: 10, blockMs: 20_000, stands: { incident: one!.hash } })
      const [next] = await append(log, 'b')
      expect((await waiting).map(({ id }) => id)).toEqual([next!.id])
      const ghost = log.read({ incident: nextEntryId(next!.id) }, { limit: 10, blockMs: 20_000, stands: { incident: next!.hash } })
      const heard = expect(ghost).rejects.toMatchObject(WENT_BACK)
      await log.append([{ stream: 'incident', fields: { type: 'x' } }])
      await append(log, 'c')
      await heard
    })

    it('[L20] the same proof can be had without reading', async () => {
      await using log = await open()
      const [one] = await append(log, 'a')
      const at = { incident: one!.id, patrol: FIRST_ENTRY }
      expect(await log.holds(at, { incident: one!.hash })).toBe(true)
      expect(await log.holds(at, { incident: OTHER })).toBe(false)
      expect(await log.holds(at, {})).toBe(true)
      expect(await log.holds({ incident: nextEntryId(one!.id) }, { incident: one!.hash })).toBe(false)
    })

    it('[L21] what lies before the mark of the trim stands; the mark stands in the log and only grows', async () => {
      await using log = await open()
      const entries = await append(log, 'a', 'b', 'c', 'd')
      const holds = (i: number, hash = entries[i]!.hash) => log.holds({ incident: entries[i]!.id }, { incident: hash })
      expect(await log.trimmed('incident')).toBeUndefined()
      const fence = await heldFence(log)
      await log.trim('incident', entries[2]!.id, fence)
      expect(await log.trimmed('incident')).toBe(entries[2]!.id)
      expect([await holds(1), await holds(2), await holds(2, OTHER)]).toEqual([true, true, false])
      await log.trim('incident', entries[1]!.id, fence)
      expect(await log.trim('incident', entries[3]!.id, { ...fence, token: 9 })).toEqual({ outcome: 'fenced' })
      expect(await log.trimmed('incident')).toBe(entries[2]!.id)
      expect(await log.trimmed('patrol')).toBeUndefined()
    })

    it('[L22] an append whose guard has seen an entry that does not stand appends nothing', async () => {
      await using log = await open()
      const [seen] = await append(log, 'a')
      const claim = (id: string, after: string, stands: string) => log.appendGuarded({ entries: [incident(id, { subject: 'WG-1' })], guard: { stream: 'incident', subject: 'WG-1', after, stands } })
      await expect(claim('ghost', seen!.id, OTHER)).rejects.toMatchObject(WENT_BACK)
      await expect(claim('ghost', nextEntryId(seen!.id), seen!.hash)).rejects.toMatchObject(WENT_BACK)
      expect(await all(log)).toHaveLength(1)
      expect(await claim('good', seen!.id, seen!.hash)).toMatchObject([{ outcome: 'appended' }])
      expect(await Promise.allSettled([claim('x', seen!.id, OTHER), claim('y', seen!.id, seen!.hash)])).toMatchObject([{ status: 'rejected' }, { value: { outcome: 'stale' } }])
    })

    it('[L20] fields as they were read prove as much as their hash', async () => {
      await using log = await open()
      const [one] = await append(log, 'a')
      const [entry] = await log.range('incident', one!.id, one!.id, 1)
      const fields: Record<string, string> = { ...entry!.fields }
      const holds = (seen: Record<string, string>) => log.holds({ incident: one!.id }, { incident: seen })
      const { type, ...less } = fields
      expect(await Promise.all([fields, { ...fields, type: 'y' }, less, { ...fields, more: '' }, { ...less, typo: type! }].map(holds))).toEqual([true, false, false, false, false])
      expect(await holds(Object.fromEntries(Object.entries(fields).reverse()))).toBe(true)
    })

    it('[L20] property: the hash of what is read is the hash that the log proves by, whatever the names and texts', async () => {
      await using log = await open()
      await fc.assert(fc.asyncProperty(
        fc.dictionary(fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom('a', 'ä', '网', '𝄞', '\uF8FF', '7', '_') }), fc.string({ unit: 'grapheme', maxLength: 20 }), { minKeys: 1, maxKeys: 6 }),
        async ({ source: _, ...fields }) => {
          const [{ id } = { id: '' }] = await log.append([{ stream: 'incident', fields: { ...fields, type: 'x' } }], 'accepted')
          const [entry] = await log.range('incident', id, id, 1)
          const stands = entryHash(entry!.fields)
          expect(await log.holds({ incident: id }, { incident: stands })).toBe(true)
          expect(await log.holds({ incident: id }, { incident: entry!.fields })).toBe(true)
          expect(await log.appendGuarded({ entries: [], guard: { stream: 'incident', subject: 'none', after: id, stands } })).toEqual([])
        },
      ), { numRuns: 60 })
    })
  })
}

async function append(log: EventLog, ...ids: string[]): Promise<{ id: string; hash: string }[]> {
  const entries = ids.map(id => incident(id))
  const appended = await log.append(entries)
  return appended.map(({ id }, i) => ({ id, hash: entryHash(entries[i]!.fields) }))
}
