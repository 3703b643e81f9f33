import type { RedisTarget } from '../../../server/log/redis/RedisTarget.ts'
import { describe, expect, it } from 'vitest'
import { parseRedisUrl } from '../../../server/log/redis/parseRedisUrl.ts'
import { RedisEventLog } from '../../../server/log/redis/RedisEventLog.ts'
import { compareEntryIds, FIRST_ENTRY } from '../../../shared/words/entryId.ts'
import { startProgram } from '../../support/startProgram.ts'
import { startRedis } from '../../support/startRedis.ts'
import { waitFor } from '../../support/waitFor.ts'

const open = (url: string) => RedisEventLog.open({ target: parseRedisUrl(url) as RedisTarget, districtCode: '152921' })
const entry = (id: string) => ({ stream: 'incident', fields: { type: 'x', source: 's', id } })

describe('the log in Redis when Redis is killed', { timeout: 120_000 }, () => {
  // Redis writes its append-only file before it answers; what the operating system has, the death of a process does not lose. Under everysec it
  // holds writes back while a flush is under way, for two seconds at most: there the end of what was answered may be gone, and nothing before it.
  it.each(['no', 'everysec'])('[L14] holds what was answered as kill-not-power, with appendfsync %s', async (appendfsync) => {
    await using redis = await startRedis('--appendfsync', appendfsync)
    await using writer = startProgram('test/support/appendUntilKilled.ts', '', redis.url)
    await waitFor('the program to have appended', () => writer.lines.length >= 1000, 60_000, () => [writer.lines.length, writer.errors()])
    await redis.kill()
    await writer.ended
    expect(writer.errors()).toContain('LogUnavailableError')
    await redis.start()
    await using log = await open(redis.url)
    const held = new Set((await log.range('incident', FIRST_ENTRY, '9999999999999-0', 1_000_000)).map(one => one.id))
    const printed = writer.lines.map(line => line.split(' ')).sort(([a], [b]) => compareEntryIds(a!, b!))
    expect(new Set(printed.map(([,,, reached]) => reached))).toEqual(new Set(['kill-not-power']))
    const kept = printed.map(([id]) => held.has(id!))
    const end = kept.indexOf(false)
    expect(appendfsync === 'no' ? end : end >= 0 && kept.lastIndexOf(true) > end).toBe(appendfsync === 'no' ? -1 : false)
  })

  it('[L15] while it is away everything fails at once, then works again by itself with nothing repeated', async () => {
    await using redis = await startRedis('--appendfsync', 'always')
    await using log = await open(redis.url)
    const [first] = await log.append([{ stream: 'incident', fields: { type: 'x' } }])
    expect(first!.reached).toBe('durable')
    const reading = log.read({ incident: first!.id }, { limit: 10, blockMs: 60_000 }).catch((error: Error) => error.name)
    await log.ping()
    await redis.kill()
    expect(await reading).toBe('LogUnavailableError')

    const start = performance.now()
    const away = [
      () => log.append([{ stream: 'incident', fields: { type: 'lost' } }]),
      () => log.append([{ stream: 'incident', fields: { type: 'lost' } }], 'replicated'),
      () => log.appendGuarded({ entries: [entry('g')], guard: { stream: 'incident', subject: 'x', after: FIRST_ENTRY } }),
      () => log.read({ incident: FIRST_ENTRY }, { limit: 10, blockMs: 60_000 }),
      () => log.range('incident', FIRST_ENTRY, '9-0', 1),
      () => log.epoch(),
      () => log.ping(),
    ]
    for (const command of away)
      await expect(command()).rejects.toMatchObject({ name: 'LogUnavailableError', message: expect.stringContaining(`Redis at 127.0.0.1:${redis.port}`) })
    expect(performance.now() - start).toBeLessThan(3000)

    await redis.start()
    await waitFor('the log to come back', () => log.append([entry('back')]), 10_000)
    const entries = await log.read({ incident: FIRST_ENTRY }, { limit: 10, blockMs: 0 })
    expect(entries.map(one => one.fields.type)).toEqual(['x', 'x'])
    expect(await log.append([entry('back')])).toMatchObject([{ outcome: 'duplicate' }])
  })
})
