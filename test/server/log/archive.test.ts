import type { Entry, EventLog, Fence } from '../../../server/log/EventLog.ts'
import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { archive } from '../../../server/log/archive.ts'
import { listArchive } from '../../../server/log/archiveFile.ts'
import { EmbeddedEventLog } from '../../../server/log/embedded/EmbeddedEventLog.ts'
import { readArchive } from '../../../server/log/readArchive.ts'
import { heldFence } from '../../support/heldTerm.ts'
import { waitFor } from '../../support/waitFor.ts'
import { FIRST_ENTRY } from '../../../shared/words/entryId.ts'

const LAST_ENTRY = '9999999999999-0'
const START = 1_764_000_000_000

describe('archive', () => {
  let dataDir: string
  let log: EmbeddedEventLog
  let now = START
  const clock = { now: () => now }
  let fence: Fence
  const options = { stream: 'incident', olderThanMs: 1000, clock, mostEntries: 700, fence: (): Fence | undefined => fence }

  beforeEach(async () => {
    now = START
    dataDir = mkdtempSync(join(tmpdir(), 'wangge-archive-'))
    log = new EmbeddedEventLog({ dataDir, clock })
    fence = await heldFence(log)
  })
  afterEach(async () => {
    await log[Symbol.asyncDispose]()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('[L17] moves what is old into files, and archive and log together still give every entry', async () => {
    await fill(1600)
    now += 1500
    await fill(30)
    const before = await inLog()
    expect(await archive(log, { ...options, dataDir })).toEqual({ entries: 1600, files: 3 })
    expect(await inLog()).toEqual(before.slice(1600))
    expect(await archived()).toEqual(before.slice(0, 1600))
    expect(await archived(before[690]!.id, before[710]!.id)).toEqual(before.slice(690, 711))
    expect(await archive(log, { ...options, dataDir })).toEqual({ entries: 0, files: 0 })
  })

  it('[L17] keeps an entry that is exactly as old as the limit and takes the one before', async () => {
    await fill(1)
    now += 1
    await fill(1)
    now = START + 1001
    expect(await archive(log, { ...options, dataDir })).toEqual({ entries: 1, files: 1 })
    expect(await inLog()).toHaveLength(1)
  })

  it('[L17] bounds a file in bytes', async () => {
    await fill(2000)
    now += 5000
    expect(await archive(log, { ...options, dataDir, mostBytes: 1, mostEntries: 10_000 })).toEqual({ entries: 2000, files: 4 })
  })

  it('[L17] trims nothing if the file does not read back, and does it right the next time', async () => {
    await fill(900)
    now += 5000
    const before = await inLog()
    const failing = withTrim(log, async () => {
      throw new Error('cut off')
    })
    await expect(archive(failing, { ...options, dataDir })).rejects.toThrow('cut off')
    expect(await inLog()).toEqual(before)
    await fill(5)
    now += 5000
    expect(await archive(log, { ...options, dataDir, mostEntries: 800 })).toEqual({ entries: 905, files: 2 })
    expect(await listArchive(dataDir, 'incident')).toHaveLength(3)
    expect((await archived()).slice(0, 900)).toEqual(before)
    expect(await archived()).toHaveLength(905)
  })

  it('[L17] a damaged file is an error, never a shorter history', async () => {
    await fill(600)
    now += 5000
    await archive(log, { ...options, dataDir })
    const [file] = await listArchive(dataDir, 'incident')
    truncateSync(file!.path, 900)
    await expect(archived()).rejects.toThrow()
  })

  it('[L17] what is unfinished does not count', async () => {
    await fill(3)
    now += 5000
    await archive(log, { ...options, dataDir })
    const directory = join(dataDir, 'archive', 'incident')
    writeFileSync(join(directory, `${START}-0.draft`), 'half')
    expect(readdirSync(directory)).toHaveLength(2)
    expect(await archived()).toHaveLength(3)
  })

  it('[L17][L41] of two runs on one folder the one that slept through its lease spoils no file of the other, and trims nothing', async () => {
    await fill(1600)
    now += 5000
    const before = await inLog()
    let woken = () => {}
    const asleep = new Promise<void>(resolve => woken = resolve)
    const old = fence
    let asked = 0
    // It sleeps in the middle of its file; its fence still looks good to it.
    const sleeping = new Proxy(log, { get: (target, name) => name === 'range'
      ? async (...range: Parameters<EventLog['range']>) => {
        if (++asked === 2)
          await asleep
        return target.range(...range)
      }
      : (target[name as keyof EventLog] as (...args: unknown[]) => unknown).bind(target) })
    const first = archive(sleeping, { ...options, dataDir, fence: () => old })
    await waitFor('it sleeps', () => asked === 2)
    await log.releaseLease('test', 'test')
    fence = await heldFence(log)
    expect(await archive(log, { ...options, dataDir, mostEntries: 1000 })).toEqual({ entries: 1600, files: 2 })
    await fill(5)
    now += 5000
    const rest = await inLog()
    woken()
    await expect(first).rejects.toThrow()
    expect(await inLog()).toEqual(rest)
    expect(await archived()).toEqual(before)
    expect(readdirSync(join(dataDir, 'archive', 'incident')).filter(name => name.endsWith('.draft'))).toEqual([])
  })

  async function fill(count: number): Promise<void> {
    await log.append(Array.from({ length: count }, (_, i) => ({ stream: 'incident', fields: { type: 'incident.reported', n: String(i), data: '{"title":"井盖"}' } })), 'accepted')
  }

  function inLog(): Promise<Entry[]> {
    return log.range('incident', FIRST_ENTRY, LAST_ENTRY, 100_000)
  }

  function archived(from = FIRST_ENTRY, to = LAST_ENTRY): Promise<Entry[]> {
    return collect(readArchive(dataDir, 'incident', from, to))
  }
})

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items)
    all.push(item)
  return all
}

/** The same log, with trimming replaced: where a run of archiving is cut off. */
function withTrim(log: EventLog, trim: EventLog['trim']): EventLog {
  return new Proxy(log, { get: (target, name) => name === 'trim' ? trim : (target[name as keyof EventLog] as (...args: unknown[]) => unknown).bind(target) })
}
