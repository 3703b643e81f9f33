import type { Entry } from '../../../server/log/EventLog.ts'
import type { RedisTarget } from '../../../server/log/redis/RedisTarget.ts'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseRedisUrl } from '../../../server/log/redis/parseRedisUrl.ts'
import { RedisEventLog } from '../../../server/log/redis/RedisEventLog.ts'
import { BatchReader } from '../../../server/read/BatchReader.ts'
import { decode } from '../../support/decode.ts'
import { narrowLine } from '../../support/narrowLine.ts'
import { startRedis } from '../../support/startRedis.ts'

const MIB = 1024 * 1024

describe('batches that are large', () => {
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
  const add = async (district: string, bytes: readonly number[]) => {
    const ids: string[] = []
    for (const each of bytes)
      ids.push((await client.xadd(`{${district}}:incident`, '*', 'type', 'incident.reported', 'data', 'x'.repeat(each)))!)
    return ids
  }

  /** All that is read until nothing more waits, batch by batch. */
  async function readAll(reader: BatchReader): Promise<Entry[][]> {
    const after: Record<string, string> = { incident: '0-0', patrol: '0-0' }
    const batches: Entry[][] = []
    for (;;) {
      const { entries, caughtUp } = await reader.read(after, { blockMs: 0 })
      if (entries.length > 0)
        batches.push(entries)
      for (const { stream, id } of entries)
        after[stream] = id
      if (caughtUp)
        return batches
    }
  }

  it('[R23][R24] come in parts that fit, what is too large for anything without its fields, and what stands behind comes too', async () => {
    await using log = await open('152921')
    const warned: Error[] = []
    const hear = (warning: Error) => warned.push(warning)
    process.on('warning', hear)
    const ids = await add('152921', [...Array.from({ length: 10 }, () => 3 * MIB), 20 * MIB, ...Array.from({ length: 100 }, () => 250 * 1024), 10, 10])
    const batches = await readAll(new BatchReader(log))
    process.off('warning', hear)
    expect(warned).toEqual([])
    expect(batches.flat().map(({ id }) => id)).toEqual(ids)
    expect(Math.max(...batches.map(sizeOf))).toBeLessThan(17 * MIB)
    const passed = batches.flat().filter(({ tooLarge }) => tooLarge !== undefined)
    expect(passed.map(({ id }) => id)).toEqual(ids.slice(0, 11))
    expect(decode(passed[10]!)).toMatchObject({ outcome: 'rejected', refusal: { reason: 'too-large', message: expect.stringContaining(`It takes ${20 * MIB + 25} bytes`) } })
    expect(decode(passed[10]!)).toMatchObject({ refusal: { message: expect.stringContaining(`in incident under ${ids[10]}`) } })
  })

  it('[R24] one that came along with others is passed over all the same', async () => {
    await using log = await open('152922')
    await add('152922', [2 * MIB])
    const [entry] = await log.range('incident', '-', '+', 1)
    expect(decode(entry!)).toMatchObject({ outcome: 'rejected', refusal: { reason: 'too-large' } })
  })

  it('[R23] over a line on which so much does not come in time, it is less each time until it comes, and more again', async () => {
    await using log = await open('152923')
    const ids = await add('152923', Array.from({ length: 120 }, () => 200 * 1024))
    let slow = true
    const asked: number[] = []
    const line = narrowLine(log, () => slow ? MIB : Number.POSITIVE_INFINITY, asked)
    const reader = new BatchReader(line)
    const after = { incident: '0-0' }
    const came: number[] = []
    while (came.length === 0) {
      await reader.read(after, { blockMs: 0 }).then(({ entries }) => {
        after.incident = entries.at(-1)!.id
        came.push(entries.length)
      }, () => 0)
    }
    // The first was asked for by `read`.
    expect(asked).toEqual([8 * MIB, 4 * MIB, 2 * MIB, MIB])
    expect(came).toEqual([5])
    slow = false
    const rest: Entry[] = []
    for (let caughtUp = false; !caughtUp;) {
      const batch = await reader.read(after, { blockMs: 0 })
      rest.push(...batch.entries)
      after.incident = batch.entries.at(-1)?.id ?? after.incident
      caughtUp = batch.caughtUp
    }
    expect(rest.map(({ id }) => id)).toEqual(ids.slice(5))
    expect(Math.max(...asked.slice(4))).toBe(4 * MIB)
  })
})

function sizeOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { fields }) => sum + (fields.data?.length ?? 0), 0)
}
