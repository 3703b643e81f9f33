import type { Appended, EventLog, GuardedAppend } from '../../server/log/EventLog.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareEntryIds, FIRST_ENTRY } from '../../shared/words/entryId.ts'
import { waitFor } from '../support/waitFor.ts'
import { all, incident, LAST_ENTRY } from './incidentEntries.ts'

/** Appends under conditions: a guard, a fence. */
export function eventLogGuardContract(open: () => Promise<EventLog>): void {
  describe('guarded append', () => {
    it('[L5] of appends guarded by one version, exactly one wins and the others hear who was first', async () => {
      await using log = await open()
      const [seen] = await log.append([incident('reported', { subject: 'WG-1' })])
      const results = await Promise.all(Array.from({ length: 12 }, (_, i) => log.appendGuarded(claim(`c${i}`, seen!.id))))
      const won = results.filter(result => Array.isArray(result))
      expect(won).toHaveLength(1)
      const { id } = won.flat()[0] as Appended
      for (const result of results.filter(result => !Array.isArray(result)))
        expect(result).toEqual({ outcome: 'stale', by: id })
      expect(await all(log)).toHaveLength(2)
    })

    it('[L5] sees the first entry about its subject, however it was appended, and none about others', async () => {
      await using log = await open()
      const [seen] = await log.append([incident('reported', { subject: 'WG-1' })])
      await log.append(Array.from({ length: 4100 }, (_, i) => incident(`o${i}`, { subject: `WG-1${i}` })))
      const [first] = await log.append([incident('plain', { subject: 'WG-1' }), incident('plain2', { subject: 'WG-1' })])
      expect(await log.appendGuarded(claim('late', seen!.id))).toEqual({ outcome: 'stale', by: first!.id })
      expect(await log.appendGuarded({ ...claim('free', seen!.id), guard: { stream: 'incident', subject: 'WG-2', after: seen!.id } })).toMatchObject([{ outcome: 'appended' }])
    })

    it('[L5] sees an entry about the other subject that it names', async () => {
      await using log = await open()
      const [seen] = await log.append([incident('reported', { subject: 'WG-1' }), incident('another', { subject: 'WG-2' })]).then(all => all.slice(-1))
      const also = (subject: string) => ({ ...claim(`to-${subject}`, seen!.id), guard: { stream: 'incident', subject: 'WG-1', also: subject, after: seen!.id } })
      const [first] = await log.append([incident('said', { subject: 'WG-2' })])
      expect(await log.appendGuarded(also('WG-2'))).toEqual({ outcome: 'stale', by: first!.id })
      expect(await log.appendGuarded(also('WG-3'))).toMatchObject([{ outcome: 'appended' }])
    })

    it('[L5] appends all of its entries or none', async () => {
      await using log = await open()
      const both = { ...claim('a'), entries: [incident('a', { subject: 'WG-1' }), { stream: 'patrol', fields: { type: 'x' } }] }
      expect(await log.appendGuarded(both)).toHaveLength(2)
      expect(await log.appendGuarded({ ...both, entries: [incident('b'), { stream: 'patrol', fields: { type: 'y' } }] })).toMatchObject({ outcome: 'stale' })
      expect(await all(log)).toHaveLength(1)
      expect(await all(log, 'patrol')).toHaveLength(1)
    })

    it('[L6] repeated under the same identities answers as at first instead of losing to itself', async () => {
      await using log = await open()
      const first = await log.appendGuarded(claim('a'))
      expect(await log.appendGuarded(claim('a'))).toEqual([{ ...(first as Appended[])[0], outcome: 'duplicate' }])
    })

    it('[L5][L6] many at once, about few matters, are judged as if they came one after the other', async () => {
      await using log = await open()
      const subject = fc.constantFrom('WG-1', 'WG-2', 'WG-3')
      const claims = fc.array(fc.record({
        subject,
        also: fc.option(subject, { nil: undefined, freq: 3 }),
        about: fc.array(fc.constantFrom('WG-1', 'WG-2', 'WG-3', 'WG-4'), { minLength: 1, maxLength: 3 }),
        // How many entries back the guard begins; some begin at the first of all.
        back: fc.integer({ min: 0, max: 12 }),
        repeats: fc.boolean(),
      }), { minLength: 1, maxLength: 30 })
      let round = 0
      await fc.assert(fc.asyncProperty(claims, async (tried) => {
        round++
        const before = await all(log)
        const known = [FIRST_ENTRY, ...before.map(({ id }) => id)]
        const appends = tried.map(({ subject, also, about, back, repeats }, i) => {
          const name = repeats && i > 0 ? i - 1 : i
          return {
            entries: about.map((subject, part) => incident(`${round}/${name}/${part}`, { subject })),
            guard: { stream: 'incident', subject, ...(also && { also }), after: known[Math.max(0, known.length - 1 - back)]! },
          }
        })
        const answers = await Promise.all(appends.map(append => log.appendGuarded(append)))

        const expected = before.map(({ id, fields }) => ({ id, subject: fields.subject, identity: fields.id }))
        appends.forEach(({ entries, guard }, i) => {
          const answer = answers[i]!
          const earlier = entries.map(({ fields }) => expected.find(({ identity }) => identity === fields.id)?.id)
          const first = expected.find(({ id, subject }) => compareEntryIds(id, guard.after) > 0 && (subject === guard.subject || subject === guard.also))
          if (!earlier.every(id => id !== undefined) && first) {
            expect(answer).toEqual({ outcome: 'stale', by: first.id })
            return
          }
          expect(answer).toEqual(entries.map((_, part) => expect.objectContaining(earlier[part] === undefined ? { outcome: 'appended' } : { outcome: 'duplicate', id: earlier[part] })))
          entries.forEach(({ fields }, part) => earlier[part] === undefined && expected.push({ id: (answer as Appended[])[part]!.id, subject: fields.subject, identity: fields.id }))
        })
        expect((await all(log)).map(({ id, fields }) => ({ id, subject: fields.subject, identity: fields.id }))).toEqual(expected)
      }), { numRuns: 40 })
    })
  })

  describe('fenced append', () => {
    it('[L18] goes through under the lease that is held, and is guarded as any other', async () => {
      await using log = await open()
      const { token } = (await log.acquireLease('engine', 'one', 60_000))!
      const [first] = await log.appendFenced(claim('a'), { lease: 'engine', token }) as Appended[]
      expect(first).toMatchObject({ outcome: 'appended' })
      expect(await log.appendFenced(claim('b'), { lease: 'engine', token })).toEqual({ outcome: 'stale', by: first!.id })
      expect(await log.appendFenced(claim('c', first!.id), { lease: 'engine', token })).toMatchObject([{ outcome: 'appended' }])
    })

    it('[L18] writes nothing for who had the lease before, let it run out, gave it back, or never had it', async () => {
      await using log = await open()
      const fence = (token: number, lease = 'engine') => ({ lease, token })
      expect(await log.appendFenced(claim('a'), fence(1))).toEqual({ outcome: 'fenced' })
      await log.acquireLease('engine', 'one', 40)
      let tries = 0
      await waitFor('the lease to run out', async () => !Array.isArray(await log.appendFenced(claim(`try${tries++}`, LAST_ENTRY), fence(1))))
      const written = (await all(log)).length
      expect(await log.appendFenced(claim('b', LAST_ENTRY), fence(1))).toEqual({ outcome: 'fenced' })
      const second = (await log.acquireLease('engine', 'two', 60_000))!
      expect(await log.appendFenced(claim('b', LAST_ENTRY), fence(1))).toEqual({ outcome: 'fenced' })
      expect(await log.appendFenced(claim('b', LAST_ENTRY), fence(second.token, 'other'))).toEqual({ outcome: 'fenced' })
      expect(await log.appendFenced(claim('b', LAST_ENTRY), fence(second.token))).toMatchObject([{ outcome: 'appended' }])
      await log.releaseLease('engine', 'two')
      expect(await log.appendFenced(claim('c', LAST_ENTRY), fence(second.token))).toEqual({ outcome: 'fenced' })
      expect(await all(log)).toHaveLength(written + 1)
    })

    it('[L18] what went through under the lease is answered as at first, by whom ever it is repeated', async () => {
      await using log = await open()
      const { token } = (await log.acquireLease('engine', 'one', 60_000))!
      const [first] = await log.appendFenced(claim('a'), { lease: 'engine', token }) as Appended[]
      await log.releaseLease('engine', 'one')
      expect(await log.appendFenced(claim('a'), { lease: 'engine', token })).toEqual([{ ...first, outcome: 'duplicate' }])
    })
  })
}

function claim(id: string, after = FIRST_ENTRY): GuardedAppend {
  return {
    entries: [incident(id, { subject: 'WG-1' })],
    guard: { stream: 'incident', subject: 'WG-1', after },
  }
}
