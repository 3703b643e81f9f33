import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EmbeddedEventLog } from '../../../../server/log/embedded/EmbeddedEventLog.ts'
import { IDENTITY_WINDOW_MS } from '../../../../server/log/identityOf.ts'
import { heldFence } from '../../../support/heldTerm.ts'
import { FIRST_ENTRY } from '../../../../shared/words/entryId.ts'

const START = 1_764_000_000_000

describe('EmbeddedEventLog', () => {
  let dataDir: string
  let now: number
  const open = () => new EmbeddedEventLog({ dataDir, clock: { now: () => now } })
  const entry = (id: string) => ({ stream: 'incident', fields: { type: 'x', source: 's', id } })

  beforeEach(() => {
    now = START
    dataDir = mkdtempSync(join(tmpdir(), 'wangge-log-'))
  })
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

  it('[L1] takes ids from the clock and goes on from the last one when the clock stands or steps back, also over a restart', async () => {
    const ids: string[] = []
    for (const step of [0, 0, -5000, -5000, 7]) {
      await using log = open()
      now = START + step
      ids.push((await log.append([{ stream: 'incident', fields: { type: 'x' } }]))[0]!.id)
      if (step === -5000)
        await log.trim('incident', '9999999999999-0', await heldFence(log))
    }
    expect(ids).toEqual([`${START}-0`, `${START}-1`, `${START}-2`, `${START}-3`, `${START + 7}-0`])
  })

  it('[L1] borrows from the next millisecond when one is full', async () => {
    await using log = open()
    const appended = await log.append(Array.from({ length: 2050 }, () => ({ stream: 'incident', fields: { type: 'x' } })))
    expect(appended.slice(2046).map(one => one.id)).toEqual([`${START}-2046`, `${START}-2047`, `${START + 1}-0`, `${START + 1}-1`])
    expect(await log.range('incident', `${START}-2047`, `${START}-99999`, 10)).toHaveLength(1)
    expect(await log.read({ incident: `${START}-99999` }, { limit: 10, blockMs: 0 })).toHaveLength(2)
    expect(await log.trim('incident', `${START}-2048`, await heldFence(log))).toBe(2048)
  })

  it('[L2] forgets an identity only after seven days', async () => {
    await using log = open()
    await log.append([entry('a')])
    now += IDENTITY_WINDOW_MS - 1
    expect(await log.append([entry('a')])).toMatchObject([{ outcome: 'duplicate' }])
    now += 2
    expect(await log.append([entry('a')])).toMatchObject([{ outcome: 'appended', id: `${now}-0` }])
    expect(await log.append([entry('a')])).toMatchObject([{ outcome: 'duplicate', id: `${now}-0` }])
  })

  it('[L43] a clock that jumps ahead by weeks and back lets no identity be forgotten before its time', async () => {
    let passed = 0
    await using log = new EmbeddedEventLog({ dataDir, clock: { now: () => now, monotonic: () => passed } })
    const [first] = await log.append([entry('a')])
    now += 4 * IDENTITY_WINDOW_MS
    await log.append([entry('b')])
    expect(await log.append([entry('a'), entry('c')])).toMatchObject([{ outcome: 'duplicate', id: first!.id }, { outcome: 'appended' }])
    now = START
    expect(await log.append([entry('a'), entry('b')])).toMatchObject([{ outcome: 'duplicate' }, { outcome: 'duplicate' }])
    now += IDENTITY_WINDOW_MS + 1
    passed += IDENTITY_WINDOW_MS + 1
    await log.append([entry('d')])
    expect(await log.append([entry('a')])).toMatchObject([{ outcome: 'appended' }])
  })

  it('[L2] an identity that a later entry took over is known for seven days from then', async () => {
    await using log = open()
    const [first] = await log.append([entry('a')])
    now += IDENTITY_WINDOW_MS / 2
    const [second] = await log.append([{ ...entry('a'), instead: first!.id }])
    now += IDENTITY_WINDOW_MS / 2 + 1
    await log.append([entry('b')])
    expect(await log.append([entry('a')])).toMatchObject([{ outcome: 'duplicate', id: second!.id }])
    now += IDENTITY_WINDOW_MS / 2
    expect(await log.append([entry('a')])).toMatchObject([{ outcome: 'appended' }])
  })

  it('[L4] keeps entries of more different shapes than its table holds', async () => {
    await using log = open()
    const fields = Array.from({ length: 200 }, (_, i) => ({ type: 'x', [`name${i}`]: String(i) }))
    await log.append(fields.map(fields => ({ stream: 'incident', fields })))
    expect((await log.range('incident', FIRST_ENTRY, '9999999999999-0', 2000)).map(one => one.fields)).toEqual(fields)
  })

  it('[L1][L11][L12][L13] everything is there after a restart; leases are free, their tokens go on', async () => {
    let epoch: string
    {
      await using log = open()
      await log.append([entry('a')])
      await log.putCheckpoint({ name: 'c', at: 1, cursor: 'x', body: new Uint8Array([1]) }, 2, await heldFence(log))
      await log.acquireLease('engine', 'one', 60_000)
      epoch = await log.epoch()
    }
    await using log = open()
    expect(await log.range('incident', FIRST_ENTRY, '9999999999999-0', 10)).toEqual([{ ...entry('a'), id: `${START}-0` }])
    expect(await log.append([entry('a')])).toMatchObject([{ outcome: 'duplicate', id: `${START}-0` }])
    expect(await log.listCheckpoints()).toHaveLength(1)
    expect(await log.epoch()).toBe(epoch)
    expect(await log.acquireLease('engine', 'two', 60_000)).toMatchObject({ token: 2 })
  })

  it('[L16] refuses to be opened twice in one process, and opens again after it was closed', async () => {
    {
      await using log = open()
      expect(open).toThrow(`The embedded log in ${join(dataDir, 'log')} is in use by this process; stop it, or set DATA_DIR to another directory.`)
      await log.append([entry('a')])
    }
    await using log = open()
    expect(await log.bounds('incident')).toBeDefined()
    expect(readdirSync(join(dataDir, 'log')).sort()).toEqual(['lmdb', 'lock', 'marks'])
  })

  it.each([
    ['a process that is gone', `4194304 1 ${hostname()}\n`],
    ['a process whose number went to another', `${process.ppid} 1 ${hostname()}\n`],
    ['an earlier process with our own number, as in a container that was restarted', `${process.pid} 1 ${hostname()}\n`],
    ['nobody, half written', ''],
  ])('[L16] takes over the lock of %s', async (_, lock) => {
    await openAndClose()
    writeFileSync(join(dataDir, 'log', 'lock'), lock)
    await using log = open()
    expect(await log.append([entry('a')])).toHaveLength(1)
  })

  it('[L16] does not take over the lock of another machine, and says what to do', async () => {
    await openAndClose()
    writeFileSync(join(dataDir, 'log', 'lock'), '12 34 elsewhere\n')
    expect(open).toThrow('is in use by process 12 on elsewhere; if that machine or container is gone, delete')
  })

  it('says in one sentence that a directory cannot be used', () => {
    writeFileSync(join(dataDir, 'log'), 'a file')
    expect(open).toThrow(/^The embedded log cannot use .*; set DATA_DIR to a directory that can be written\.$/)
  })

  it('says in one sentence that the log cannot be opened, and frees the directory', () => {
    mkdirSync(join(dataDir, 'log', 'lmdb', 'data.mdb'), { recursive: true })
    expect(open).toThrow(/^The embedded log in .* cannot be opened \(.*\); restore it from a copy, or set DATA_DIR to another directory\.$/)
    expect(readdirSync(join(dataDir, 'log'))).not.toContain('lock')
  })

  it('[L37] an id that does not fit into its millisecond becomes the next one that does, in order, and is told', async () => {
    await using log = open()
    const ids = [`${START}-2047`, `${START}-2048`, `${START}-70000`, `${START + 1}-0`, `${START + 9}-0`]
    expect(await log.importEntries('incident', ids.map(id => ({ stream: 'incident', id, fields: { type: 'x' } })))).toEqual({ renamed: 3 })
    expect((await log.range('incident', '0-0', '9999999999999-0', 9)).map(({ id }) => id)).toEqual([`${START}-2047`, `${START + 1}-0`, `${START + 1}-1`, `${START + 1}-2`, `${START + 9}-0`])
  })

  it('[L3] answers nothing after it was closed', async () => {
    const log = open()
    await log[Symbol.asyncDispose]()
    await expect(log.append([entry('a')])).rejects.toThrow('The embedded log is closed.')
    await expect(log.ping()).rejects.toThrow('The embedded log is closed.')
  })

  async function openAndClose(): Promise<void> {
    await open()[Symbol.asyncDispose]()
  }
})
