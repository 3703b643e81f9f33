import type { Appended, EventLog } from '../../server/log/EventLog.ts'
import { describe, expect, it } from 'vitest'
import { entryMs } from '../../shared/words/entryId.ts'
import { heldFence } from '../support/heldTerm.ts'
import { waitFor } from '../support/waitFor.ts'
import { all, incident } from './incidentEntries.ts'

/** What a log keeps beside its entries: checkpoints, leases, the epoch. */
export function eventLogKeeperContract(open: () => Promise<EventLog>): void {
  describe('checkpoints', () => {
    const checkpoint = (name: string, at: number, body = new Uint8Array([at])) => ({ name, at, cursor: `cursor ${name}`, body })

    it('[L11] keeps the newest, lists them newest first, gives bodies back byte for byte', async () => {
      await using log = await open()
      const body = new Uint8Array(300_000).map((_, i) => i * 31)
      expect(await log.listCheckpoints()).toEqual([])
      expect(await log.getCheckpoint('a')).toBeUndefined()
      const fence = await heldFence(log)
      await log.putCheckpoint(checkpoint('a', 10), 2, fence)
      await log.putCheckpoint(checkpoint('c', 30, body), 2, fence)
      await log.putCheckpoint(checkpoint('b', 20), 2, fence)
      expect(await log.listCheckpoints()).toEqual([
        { name: 'c', at: 30, cursor: 'cursor c' },
        { name: 'b', at: 20, cursor: 'cursor b' },
      ])
      expect(await log.getCheckpoint('a')).toBeUndefined()
      const got = await log.getCheckpoint('c')
      expect({ ...got, body: undefined }).toEqual({ name: 'c', at: 30, cursor: 'cursor c', body: undefined })
      expect(Buffer.compare(got!.body, body)).toBe(0)
    })

    it('[L47] those of another fold version or data set stay beside, at most six kinds', async () => {
      await using log = await open()
      const fence = await heldFence(log)
      for (const [at, name] of ['8.x.1', '9.x.1', '8.x.2', '9.x.2', '9.x.3', '8.x.3'].entries())
        await log.putCheckpoint(checkpoint(name, at), 2, fence)
      expect((await log.listCheckpoints()).map(({ name }) => name)).toEqual(['8.x.3', '9.x.3', '9.x.2', '8.x.2'])
      await log.putCheckpoint(checkpoint('8.x.4', 6), 1, fence)
      expect((await log.listCheckpoints()).map(({ name }) => name)).toEqual(['8.x.4', '9.x.3', '9.x.2'])
      for (const [i, kind] of ['9.y', '9.z', '9.x/matters', '9.w', '9.v'].entries())
        await log.putCheckpoint(checkpoint(`${kind}.1`, 10 + i), 2, fence)
      expect((await log.listCheckpoints()).map(({ name }) => name)).toEqual(['9.v.1', '9.w.1', '9.x/matters.1', '9.z.1', '9.y.1', '8.x.4'])
    })

    it('[L11] a name written again replaces what it held', async () => {
      await using log = await open()
      const fence = await heldFence(log)
      await log.putCheckpoint(checkpoint('a', 10), 3, fence)
      await log.putCheckpoint(checkpoint('b', 15), 3, fence)
      await log.putCheckpoint(checkpoint('a', 20, new Uint8Array([7, 7])), 3, fence)
      expect((await log.listCheckpoints()).map(({ name }) => name)).toEqual(['a', 'b'])
      expect([...(await log.getCheckpoint('a'))!.body]).toEqual([7, 7])
    })
  })

  describe('fenced keeping', () => {
    const checkpoint = { name: 'a', at: 10, cursor: 'cursor', body: new Uint8Array([1]) }
    const entries = (from: number, count: number) => Array.from({ length: count }, (_, i) => incident(`e${from + i}`))

    it('[L41] who had the lease before, let it run out or gave it back keeps no checkpoint, trims nothing and appends nothing', async () => {
      await using log = await open()
      const [first, second] = await log.append(entries(0, 2))
      const old = await heldFence(log)
      const writesNothing = async () => {
        expect(await log.putCheckpoint(checkpoint, 3, old)).toEqual({ outcome: 'fenced' })
        expect(await log.trim('incident', second!.id, old)).toEqual({ outcome: 'fenced' })
        expect(await log.appendFenced({ entries: entries(10, 3) }, old)).toEqual({ outcome: 'fenced' })
        expect(await log.listCheckpoints()).toEqual([])
        expect((await all(log)).map(({ id }) => id)).toEqual([first!.id, second!.id])
      }
      await log.releaseLease('test', 'test')
      await writesNothing()
      await log.acquireLease('test', 'another', 20)
      await writesNothing()
      const taken = await waitFor('the lease to run out', () => log.acquireLease('test', 'a third', 60_000))
      await writesNothing()
      const held = { lease: 'test', token: taken.token }
      expect(await log.putCheckpoint(checkpoint, 3, held)).toEqual({ outcome: 'kept' })
      expect(await log.trim('incident', second!.id, held)).toBe(1)
      expect(await log.putCheckpoint(checkpoint, 3, { lease: 'other', token: taken.token })).toEqual({ outcome: 'fenced' })
    })

    it('[L41] appends without a guard, in order, each identity once, however many', async () => {
      await using log = await open()
      const fence = await heldFence(log)
      const answers = await log.appendFenced({ entries: [...entries(0, 600), incident('e3')] }, fence) as Appended[]
      expect(answers.map(({ outcome }) => outcome)).toEqual([...Array.from({ length: 600 }, () => 'appended'), 'duplicate'])
      expect((await all(log)).map(({ id }) => id)).toEqual(answers.slice(0, 600).map(({ id }) => id))
    })
  })

  describe('leases', () => {
    it('[L12] one holder at a time, who may renew; the token grows with each holder', async () => {
      await using log = await open()
      const first = await log.acquireLease('engine', 'one', 60_000)
      expect(first).toMatchObject({ token: 1 })
      expect(await log.acquireLease('engine', 'two', 60_000)).toBeUndefined()
      expect(await log.acquireLease('other', 'two', 60_000)).toMatchObject({ token: 1 })
      const renewed = await log.acquireLease('engine', 'one', 120_000)
      expect(renewed!.token).toBe(1)
      expect(renewed!.until).toBeGreaterThan(first!.until)
      await log.releaseLease('engine', 'two')
      expect(await log.acquireLease('engine', 'two', 60_000)).toBeUndefined()
      await log.releaseLease('engine', 'one')
      expect(await log.acquireLease('engine', 'two', 60_000)).toMatchObject({ token: 2 })
    })

    it('[L12] a lease that ran out is taken over with a larger token', async () => {
      await using log = await open()
      await log.acquireLease('engine', 'one', 40)
      const taken = await waitFor('the lease to run out', () => log.acquireLease('engine', 'two', 60_000))
      expect(taken.token).toBe(2)
      expect(await log.acquireLease('engine', 'one', 40)).toBeUndefined()
    })

    it('[L12] of many that want it at once, one gets it', async () => {
      await using log = await open()
      const leases = await Promise.all(Array.from({ length: 20 }, (_, i) => log.acquireLease('engine', `h${i}`, 60_000)))
      expect(leases.filter(Boolean)).toHaveLength(1)
    })
  })

  describe('secrets', () => {
    it('[A20] a secret is made once, however many ask at a time, stays, and stands in no stream', async () => {
      await using log = await open()
      const [first, ...others] = (await Promise.all(Array.from({ length: 20 }, () => log.secret('alias')))).map(text)
      expect(first).toMatch(/^\d{13}\.[\w-]{43}$/)
      expect(new Set(others)).toEqual(new Set([first]))
      await log.renewEpoch(await log.epoch())
      expect(text(await log.secret('alias', new Uint8Array([1])))).toBe(first)
      expect(text(await log.secret('other'))).not.toBe(first)
      expect(await log.bounds('alias')).toBeUndefined()
    })

    it('[A20] where there is none, that of a copy is taken, byte for byte', async () => {
      await using log = await open()
      const kept = Uint8Array.from({ length: 256 }, (_, byte) => byte)
      expect([...await log.secret('alias', kept)]).toEqual([...kept])
      expect([...await log.secret('alias')]).toEqual([...kept])
    })
  })

  describe('time', () => {
    it('[L42] tells the clock by which entries get their ids', async () => {
      await using log = await open()
      const before = await log.time()
      const [entry] = await log.append([incident('e1')])
      const ms = entryMs(entry!.id)
      expect(ms).toBeGreaterThanOrEqual(before)
      expect(ms).toBeLessThanOrEqual(await log.time())
    })
  })

  describe('epoch', () => {
    it('[L13] stays the same, and of several renewals from one epoch only one makes a new one', async () => {
      await using log = await open()
      const [epoch, ...others] = await Promise.all([log.epoch(), log.epoch(), log.epoch()])
      expect(others).toEqual([epoch, epoch])
      const renewed = await Promise.all([log.renewEpoch(epoch), log.renewEpoch(epoch), log.renewEpoch(epoch)])
      expect(new Set(renewed).size).toBe(1)
      expect(renewed[0]).not.toBe(epoch)
      expect(await log.renewEpoch(epoch)).toBe(renewed[0])
      expect(await log.epoch()).toBe(renewed[0])
    })
  })

  describe('probe', () => {
    it('[T10] a probe is a write that leaves no entry, and as many as one likes leave no more than one', async () => {
      await using log = await open()
      const epoch = await log.epoch()
      await Promise.all(Array.from({ length: 50 }, () => log.probe()))
      await log.probe()
      expect(await log.bounds('incident')).toBeUndefined()
      expect(await log.listCheckpoints()).toEqual([])
      expect(await log.epoch()).toBe(epoch)
    })
  })
}

function text(secret: Uint8Array): string {
  return Buffer.from(secret).toString('latin1')
}
