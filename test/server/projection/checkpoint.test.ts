import type { Places } from '../../../server/district/Places.ts'
import type { Entry, Fence } from '../../../server/log/EventLog.ts'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entryHash } from '../../../server/log/entryHash.ts'
import { EmbeddedEventLog } from '../../../server/log/embedded/EmbeddedEventLog.ts'
import { putCheckpoint, restore } from '../../../server/projection/checkpoint.ts'
import { emptyStart, Projection } from '../../../server/projection/Projection.ts'
import { stateAt, stateAtTime } from '../../../server/projection/stateAt.ts'
import { nextEntryId } from '../../../server/log/nextEntryId.ts'
import { readEntry } from '../../../server/read/readEntry.ts'
import { FOLD_VERSION } from '../../../shared/state/foldVersion.ts'
import { toSnapshot } from '../../../shared/state/toSnapshot.ts'
import { arbitraryLog } from '../../support/arbitraryEvents.ts'
import { heldFence } from '../../support/heldTerm.ts'
import { quietLogger } from '../../support/quietLogger.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { tinyBasis } from '../../support/tinyBasis.ts'

const places = { has: (grid: string) => tinyBasis.grids.includes(grid), locate: () => tinyBasis.grids[1], workerOf: (id: string) => id } as unknown as Places
const read = (entry: Entry) => readEntry(entry, places)
const END = '9999999999999-0'

describe('checkpoints', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let log: EmbeddedEventLog
  let fence: Fence
  let now = Date.UTC(2026, 11, 20)

  beforeEach(async () => {
    folder = await temporaryFolder()
    log = new EmbeddedEventLog({ dataDir: folder.path, clock: { now: () => now++ } })
    fence = await heldFence(log)
  })
  afterEach(async () => {
    await log[Symbol.asyncDispose]()
    await folder[Symbol.asyncDispose]()
  })

  it('[F5][A2] from any of them the log folds on to the same state, and any past moment is near one', async () => {
    const projection = new Projection(emptyStart(tinyBasis, await log.epoch()))
    const pasts: { cursor: string; digest: string; last: typeof projection.position.last; at: number }[] = []
    for (const events of fc.sample(arbitraryLog, { numRuns: 12, seed: 3 })) {
      await append(events)
      projection.take((await log.read(projection.position.last, { limit: 10_000, blockMs: 0 })).map(read), true)
      pasts.push({ cursor: projection.cursor, digest: projection.state.digest.of('152921'), last: { ...projection.position.last }, at: now - 1 })
      if (pasts.length % 3 === 0)
        await putCheckpoint(log, projection, { at: now, fence: () => fence })
    }
    expect(await log.listCheckpoints()).toHaveLength(4)
    const restored = await restore(log, tinyBasis, quietLogger)
    expect(new Projection(restored).cursor).toBe(projection.cursor)
    expect(toSnapshot(restored.state)).toEqual(toSnapshot(projection.state))
    expect(restored.heard).toEqual(projection.heard)

    for (const past of pasts) {
      const { state, position } = await stateAt({ log, dataDir: folder.path, basis: tinyBasis, logger: quietLogger, read }, past.last)
      expect(state.digest.of('152921')).toBe(past.digest)
      expect(position.last).toEqual(past.last)
      expect((await stateAtTime({ log, dataDir: folder.path, basis: tinyBasis, logger: quietLogger, read }, past.at)).state.digest.of('152921')).toBe(past.digest)
    }
  }, 30_000)

  it('[P13] one that is of another fold, data set or course of the log, or damaged, is passed over', async () => {
    const projection = new Projection(emptyStart(tinyBasis, await log.epoch()))
    await append(fc.sample(arbitraryLog, { numRuns: 3, seed: 5 }).flat())
    projection.take((await log.read(projection.position.last, { limit: 10_000, blockMs: 0 })).map(read), true)
    await putCheckpoint(log, projection, { at: 1000, fence: () => fence })
    const good = projection.cursor
    const { last } = projection.position
    const stands = projection.hashes()
    const body = new Uint8Array([1, 2, 3])
    const { body: whole } = (await log.getCheckpoint((await log.listCheckpoints())[0]!.name))!
    await log.putCheckpoint({ name: `other.${tinyBasis.version}.2`, cursor: good, at: 2000, body }, 10, fence)
    await log.putCheckpoint({ name: `${FOLD_VERSION}.elsewhere.3`, cursor: good, stands, at: 3000, body }, 10, fence)
    await log.putCheckpoint({ name: `${FOLD_VERSION}.${tinyBasis.version}.4`, cursor: good, stands, at: 4000, body }, 10, fence)
    await log.putCheckpoint({ name: `${FOLD_VERSION}.${tinyBasis.version}.5`, cursor: `${projection.position.epoch}~${END}~${last.patrol}~${last['grid-status']}`, stands, at: 5000, body: whole }, 10, fence)
    await log.putCheckpoint({ name: `${FOLD_VERSION}.${tinyBasis.version}.6`, cursor: good, at: 6000, body: whole }, 10, fence)
    await log.putCheckpoint({ name: `${FOLD_VERSION}.${tinyBasis.version}.7`, cursor: good, stands: { ...stands, incident: entryHash({ type: 'another' }) }, at: 7000, body: whole }, 10, fence)
    const epoch = await log.epoch()
    const start = await restore(log, tinyBasis, quietLogger)
    expect(start.position).toEqual({ epoch: expect.not.stringMatching(epoch), last })
    expect(await log.epoch()).toBe(start.position.epoch)
    expect(start.stands).toEqual(stands)
    expect(new Projection(await restore(log, { ...tinyBasis, version: 'new' }, quietLogger)).cursor).toMatch(/~0-0~0-0~0-0$/)
  })

  it('[L24] none is kept of what does not stand in the log, and what was trimmed after archiving stands', async () => {
    const projection = new Projection(emptyStart(tinyBasis, await log.epoch()))
    await append(fc.sample(arbitraryLog, { numRuns: 3, seed: 6 }).flat())
    projection.take((await log.read(projection.position.last, { limit: 10_000, blockMs: 0 })).map(read), true)
    const { patrol } = projection.position.last
    await log.trim('patrol', nextEntryId(patrol), fence)
    await putCheckpoint(log, projection, { at: 1000, fence: () => fence })
    expect((await restore(log, tinyBasis, quietLogger)).position).toEqual(projection.position)
    projection.stands.incident = entryHash({ type: 'another' })
    await expect(putCheckpoint(log, projection, { at: 2000, fence: () => fence })).rejects.toMatchObject({ name: 'LogWentBackError' })
    expect((await log.listCheckpoints()).map(({ at }) => at)).toEqual([1000])
  })

  async function append(events: { stream: string; type: string; time: string; subject: string; data: object }[]): Promise<void> {
    await log.append(events.map(({ stream, type, time, subject, data }) => ({ stream, fields: { type, time: new Date(Date.parse(time) - 86_400_000).toISOString(), subject, data: JSON.stringify('place' in data ? { ...data, grid: undefined } : data) } })))
  }
})
