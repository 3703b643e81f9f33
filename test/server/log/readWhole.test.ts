import type { Piece } from '../../../server/log/readWhole.ts'
import { rmSync, truncateSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { archive } from '../../../server/log/archive.ts'
import { listArchive } from '../../../server/log/archiveFile.ts'
import { EmbeddedEventLog } from '../../../server/log/embedded/EmbeddedEventLog.ts'
import { nextEntryId } from '../../../server/log/nextEntryId.ts'
import { readWhole } from '../../../server/log/readWhole.ts'
import { FIRST_ENTRY } from '../../../shared/words/entryId.ts'
import { heldFence } from '../../support/heldTerm.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const LAST = '9999999999999-0'

describe('archive and log as one', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let log: EmbeddedEventLog
  let now = 0
  const clock = { now: () => now }
  beforeEach(async () => {
    now = 1_764_000_000_000
    folder = await temporaryFolder()
    log = new EmbeddedEventLog({ dataDir: folder.path, clock })
  })
  afterEach(async () => {
    await log[Symbol.asyncDispose]()
    await folder[Symbol.asyncDispose]()
  })

  it('[L45] gives every entry once and in order, from wherever one asks', async () => {
    const ids = await fill(1700)
    await archiveAll(600)
    ids.push(...await fill(1200))
    for (const from of [-1, 0, 599, 600, 1699, 1700, 2000]) {
      const after = from < 0 ? FIRST_ENTRY : ids[from]!
      expect(idsOf(await read(after))).toEqual(ids.slice(from + 1))
      expect(idsOf(await read(after, ids[2100]))).toEqual(ids.slice(from + 1, 2101))
    }
    expect(idsOf(await read(ids[100]!, ids[650]))).toEqual(ids.slice(101, 651))
  })

  it('[L45] also while it is being archived and trimmed', async () => {
    const ids = await fill(2400)
    const pieces: Piece[] = []
    for await (const piece of readWhole({ log, dataDir: folder.path }, 'patrol', FIRST_ENTRY, LAST)) {
      pieces.push(piece)
      if (pieces.length === 2)
        await archiveAll(700)
    }
    expect(idsOf(pieces)).toEqual(ids)
  })

  it('[L45] what was archived and not yet trimmed comes once', async () => {
    const ids = await fill(900)
    const fence = await heldFence(log)
    const cutOff = new Proxy(log, { get: (target, name) => name === 'trim' ? () => Promise.reject(new Error('cut off')) : (target[name as keyof EmbeddedEventLog] as (...args: unknown[]) => unknown).bind(target) })
    now += 5000
    await expect(archive(cutOff, { dataDir: folder.path, stream: 'patrol', olderThanMs: 1000, clock, mostEntries: 400, fence: () => fence })).rejects.toThrow('cut off')
    expect(idsOf(await read(FIRST_ENTRY))).toEqual(ids)
    await archiveAll(700)
    expect(idsOf(await read(FIRST_ENTRY))).toEqual(ids)
  })

  it('[L45] a file that is gone or damaged is a gap, said where it lies; what stands around it comes', async () => {
    const ids = await fill(1500)
    await archiveAll(500)
    ids.push(...await fill(5))
    const [first, second] = await listArchive(folder.path, 'patrol')
    rmSync(second!.path)
    const pieces = await read(FIRST_ENTRY)
    expect(idsOf(pieces)).toEqual([...ids.slice(0, 500), ...ids.slice(1000)])
    expect(gapsOf(pieces)).toEqual([{ stream: 'patrol', from: ids[500], to: nextEntryId(ids[999]!) }])
    expect(gapsOf(await read(ids[999]!))).toEqual([])
    truncateSync(first!.path, 300)
    const [gap] = gapsOf(await read(FIRST_ENTRY))
    expect(gap!.to).toBe(nextEntryId(ids[499]!))
  })

  async function fill(count: number): Promise<string[]> {
    now += 1
    return (await log.append(Array.from({ length: count }, (_, i) => ({ stream: 'patrol', fields: { type: 'patrol.x', n: String(i) } })), 'accepted')).map(({ id }) => id)
  }

  async function archiveAll(mostEntries: number): Promise<void> {
    now += 5000
    const fence = await heldFence(log)
    await archive(log, { dataDir: folder.path, stream: 'patrol', olderThanMs: 1000, clock, mostEntries, fence: () => fence })
  }

  async function read(after: string, to = LAST): Promise<Piece[]> {
    const pieces: Piece[] = []
    for await (const piece of readWhole({ log, dataDir: folder.path }, 'patrol', after, to))
      pieces.push(piece)
    return pieces
  }
})

function idsOf(pieces: readonly Piece[]): string[] {
  return pieces.flatMap(piece => 'gap' in piece ? [] : piece.entries.map(({ id }) => id))
}

function gapsOf(pieces: readonly Piece[]) {
  return pieces.flatMap(piece => 'gap' in piece ? [piece.gap] : [])
}
