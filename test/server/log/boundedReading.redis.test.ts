import type { RedisTarget } from '../../../server/log/redis/RedisTarget.ts'
import type { Entry } from '../../../server/log/EventLog.ts'
import type { IncidentEvent } from '../../../shared/families/incident/IncidentEvent.ts'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Histories } from '../../../server/commands/Histories.ts'
import { archive } from '../../../server/log/archive.ts'
import { redisSource } from '../../../server/log/backup/redisSource.ts'
import { readWhole } from '../../../server/log/readWhole.ts'
import { parseRedisUrl } from '../../../server/log/redis/parseRedisUrl.ts'
import { RedisEventLog } from '../../../server/log/redis/RedisEventLog.ts'
import { emptyStart, Projection } from '../../../server/projection/Projection.ts'
import { FIRST_ENTRY } from '../../../shared/words/entryId.ts'
import { decode } from '../../support/decode.ts'
import { heldFence } from '../../support/heldTerm.ts'
import { incidentEvent } from '../../support/incidentEvent.ts'
import { narrowLine } from '../../support/narrowLine.ts'
import { startRedis } from '../../support/startRedis.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { tinyBasis } from '../../support/tinyBasis.ts'

const KIB = 1024
const MIB = 1024 * KIB
const LAST = '9999999999999-0'

describe('whoever reads the log reads it in parts that come in time', { timeout: 60_000 }, () => {
  let redis: Awaited<ReturnType<typeof startRedis>>
  let client: Redis
  beforeAll(async () => {
    redis = await startRedis('--appendonly', 'no')
    client = new Redis(redis.url)
  })
  afterAll(async () => {
    client.disconnect()
    await redis[Symbol.asyncDispose]()
  })

  const open = (districtCode: string) => RedisEventLog.open({ target: parseRedisUrl(redis.url) as RedisTarget, districtCode })
  const foreign = async (district: string, stream: string, bytes: readonly number[]) => {
    const ids: string[] = []
    for (const each of bytes)
      ids.push((await client.xadd(`{${district}}:${stream}`, '*', 'data', 'x'.repeat(each)))!)
    return ids
  }

  it('[R23][R24] archive and log as one: every entry, in pieces that are bounded, over a narrow line too', async () => {
    await using folder = await temporaryFolder()
    await using log = await open('152921')
    const ids = await foreign('152921', 'patrol', [...Array.from({ length: 6 }, () => 3 * MIB), 40 * MIB, ...Array.from({ length: 100 }, () => 250 * KIB), 10, 10])
    const clock = { now: () => Date.now() + 60_000 }
    const asked: number[] = []
    for (const most of [Number.POSITIVE_INFINITY, MIB]) {
      const line = narrowLine(log, () => most, asked)
      const pieces = await read(line, folder.path)
      expect(pieces.flat().map(({ id }) => id)).toEqual(ids)
      expect(pieces.flat().filter(({ tooLarge }) => tooLarge).map(({ id }) => id)).toEqual(ids.slice(0, 7))
      expect(Math.max(...pieces.map(sizeOf))).toBeLessThan(Math.min(most, 16 * MIB) + 1)
    }
    expect(asked.slice(asked.lastIndexOf(16 * MIB)).slice(0, 5)).toEqual([16 * MIB, 8 * MIB, 4 * MIB, 2 * MIB, MIB])
    // Who keeps them takes even the large ones whole, and of one that is too large for that a note.
    const backup: Entry[] = []
    const line = narrowLine(log, () => MIB)
    for await (const entries of (await redisSource(line)).entries('patrol'))
      backup.push(...entries)
    const fence = await heldFence(log)
    await archive(line, { dataDir: folder.path, stream: 'patrol', olderThanMs: 0, clock, fence: () => fence })
    expect(await log.bounds('patrol')).toBeUndefined()
    const archived = (await read(line, folder.path)).flat()
    for (const kept of [backup, archived]) {
      expect(kept.map(({ id }) => id)).toEqual(ids)
      expect(kept.map(({ fields, tooLarge }) => fields.data?.length ?? tooLarge)).toEqual([...Array.from({ length: 6 }, () => 3 * MIB), 40 * MIB + 4, ...Array.from({ length: 100 }, () => 250 * KIB), 10, 10])
    }
  })

  it('[R23] where a stream begins and ends is told without its entries, however large they are', async () => {
    await using log = await open('152923')
    const ids = await foreign('152923', 'incident', [20 * MIB, 10, 20 * MIB])
    const sent = async () => Number(/total_net_output_bytes:(\d+)/.exec(await client.info('stats'))![1])
    const before = await sent()
    expect(await log.bounds('incident')).toEqual({ first: ids[0], last: ids[2] })
    expect(await log.bounds('patrol')).toBeUndefined()
    expect(await log.streams()).toEqual(['incident'])
    expect(await sent() - before).toBeLessThan(MIB)
  })

  it('[R23] a timeline that is looked for among large entries, over a narrow line too', async () => {
    await using log = await open('152922')
    const events = [incidentEvent('reported', 0), incidentEvent('accepted', 1), incidentEvent('commented', 2, { text: 'x' })] as IncidentEvent[]
    for (const { type, subject, time, data } of events) {
      await log.append([{ stream: 'incident', fields: { type, subject, time, data: JSON.stringify(data) } }])
      await foreign('152922', 'incident', [...Array.from({ length: 4 }, () => 2 * MIB), ...Array.from({ length: 30 }, () => 200 * KIB)])
    }
    const projection = new Projection(emptyStart(tinyBasis, 'test'))
    projection.take((await log.range('incident', FIRST_ENTRY, LAST, 1000, 64 * MIB)).map(decode), true)
    const asked: number[] = []
    const histories = new Histories({ log: narrowLine(log, () => MIB, asked), projection, read: decode })
    const { events: told, whole } = await histories.newest(projection.state.incident.incidents.get('WG-1')!)
    expect({ whole, types: told.map(({ type }) => type) }).toEqual({ whole: true, types: events.map(({ type }) => type) })
    expect(asked.slice(0, 5)).toEqual([16 * MIB, 8 * MIB, 4 * MIB, 2 * MIB, MIB])
  })

  async function read(log: RedisEventLog, dataDir: string): Promise<Entry[][]> {
    const pieces: Entry[][] = []
    for await (const piece of readWhole({ log, dataDir }, 'patrol', FIRST_ENTRY, LAST)) {
      if ('entries' in piece)
        pieces.push(piece.entries)
    }
    return pieces
  }
})

function sizeOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { fields }) => sum + (fields.data?.length ?? 0), 0)
}
