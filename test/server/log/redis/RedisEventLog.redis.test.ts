import type { TestRedis } from '../../../support/startRedis.ts'
import type { RedisTarget } from '../../../../server/log/redis/RedisTarget.ts'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEventLog } from '../../../../server/log/openEventLog.ts'
import { parseRedisUrl } from '../../../../server/log/redis/parseRedisUrl.ts'
import { RedisEventLog } from '../../../../server/log/redis/RedisEventLog.ts'
import { FIRST_ENTRY } from '../../../../shared/words/entryId.ts'
import { freePort } from '../../../support/freePort.ts'
import { ask, startRedis } from '../../../support/startRedis.ts'
import { startSentinel } from '../../../support/startSentinel.ts'
import { waitFor } from '../../../support/waitFor.ts'

const open = (url: string) => RedisEventLog.open({ target: parseRedisUrl(url) as RedisTarget, districtCode: '152921' })
const entry = (id: string) => ({ stream: 'incident', fields: { type: 'x', source: 's', id } })
const openAs = (redisUrl: string) => openEventLog({ redisUrl, dataDir: '', districtCode: '152921', clock: { now: () => 0 } })

describe('RedisEventLog', () => {
  let redis: TestRedis
  beforeAll(async () => {
    redis = await startRedis('--repl-diskless-sync-delay', '0')
  })
  afterAll(() => redis[Symbol.asyncDispose]())

  it('[L5][L7] meets what any program wrote with XADD: a reader wakes, a guard sees it, under the documented key', async () => {
    await using client = disposable(new Redis(redis.url))
    await using log = await open(redis.url)
    const reading = log.read({ incident: FIRST_ENTRY }, { limit: 10, blockMs: 20_000 })
    const id = await client.redis.xadd('{152921}:incident', '*', 'type', 'incident.reported', 'subject', 'WG-1', 'data', '{}')
    expect(await reading).toEqual([{ stream: 'incident', id, fields: { type: 'incident.reported', subject: 'WG-1', data: '{}' } }])
    expect(await log.appendGuarded({ entries: [entry('a')], guard: { stream: 'incident', subject: 'WG-1', after: FIRST_ENTRY } })).toEqual({ outcome: 'stale', by: id })
    expect(await log.appendGuarded({ entries: [entry('a')], guard: { stream: 'incident', subject: 'WG-1', after: id! } })).toMatchObject([{ outcome: 'appended' }])
  })

  it('[L2] lets identities expire after seven days', async () => {
    await using client = disposable(new Redis(redis.url))
    await using log = await open(redis.url)
    await log.append([entry('expiring')])
    const [key] = await client.redis.keys('{152921}:log:seen:*')
    expect(await client.redis.pttl(key!)).toBeGreaterThan(7 * 86_400_000 - 60_000)
  })

  it('[L3][L26] says what it is and what it offers, without secrets: durable only where writes are flushed', async () => {
    await using log = await open(redis.url)
    expect([log.home, log.offers, log.description]).toEqual(['redis', 'kill-not-power', `Redis at 127.0.0.1:${redis.port}, with an append-only file`])
    expect(await log.append([entry('everysec')], 'replicated')).toMatchObject([{ reached: 'kill-not-power' }])
    await using forgetful = await startRedis('--appendonly', 'no', '--requirepass', 'hunter2')
    await using other = await open(`redis://:hunter2@127.0.0.1:${forgetful.port}`)
    expect(other.offers).toBe('accepted')
    expect(other.description).toContain('WITHOUT an append-only file')
    expect(await other.append([entry('a')], 'replicated')).toMatchObject([{ reached: 'accepted' }])
    await using flushing = await startRedis('--appendfsync', 'always')
    await using third = await open(flushing.url)
    expect(third.offers).toBe('durable')
    expect(await third.append([entry('a')], 'replicated')).toMatchObject([{ reached: 'durable' }])
    await ask(flushing.port, 'CONFIG SET appendfsync everysec')
    await waitFor('it offers less', () => third.offers === 'kill-not-power', 10_000)
  })

  it('[L3][L25][L27] answers replicated only when all replicas have it, and looks anew how many there are', async () => {
    const follow = ['--replicaof', '127.0.0.1', String(redis.port)]
    await using log = await open(redis.url)
    await using one = await startRedis(...follow)
    await using two = await startRedis(...follow)
    await using client = disposable(new Redis(redis.url))
    const info = () => client.redis.info('replication')
    await waitFor('the replicas to follow', async () => (await info()).match(/state=online/g)?.length === 2, 20_000)
    let tried = 0
    const reaches = async () => (await log.append([entry(`try ${tried++}`)], 'replicated'))[0]!.reached === 'replicated'
    await waitFor('both are known to follow', async () => await reaches() && await reaches(), 10_000)
    await waitFor('a look later', async () => await reaches(), 10_000)
    expect(await log.append([entry('r2')])).toMatchObject([{ reached: 'kill-not-power' }])
    expect(await log.appendGuarded({ entries: [entry('r3')], guard: { stream: 'incident', subject: 'none', after: FIRST_ENTRY } }, 'replicated')).toMatchObject([{ reached: 'replicated' }])
    const many = await Promise.all(Array.from({ length: 300 }, (_, i) => log.append([entry(`many ${i}`)], 'replicated')))
    expect(new Set(many.flat().map(({ reached }) => reached))).toEqual(new Set(['replicated']))
    // One that hangs has not confirmed: the answer says so within a second, and soon nobody waits for it.
    process.kill(two.pid(), 'SIGSTOP')
    expect(await log.append([entry('r4')], 'replicated')).toMatchObject([{ reached: 'kill-not-power' }])
    await waitFor('it offers less', () => log.offers === 'kill-not-power', 10_000)
    process.kill(two.pid(), 'SIGCONT')
    await waitFor('it offers more', () => log.offers === 'replicated', 10_000)
    // One that is gone may come back and be promoted: what it lacks is not replicated, whatever the other one has.
    await two.kill()
    expect(await log.append([entry('r5')], 'replicated')).toMatchObject([{ reached: 'kill-not-power' }])
    await two.start()
    await waitFor('both follow', async () => log.offers === 'replicated' && await reaches(), 20_000)
    await one.kill()
    expect(await log.append([entry('r6')], 'replicated')).toMatchObject([{ outcome: 'appended', reached: 'kill-not-power' }])
  }, 60_000)

  it('finds its server through a sentinel', async () => {
    await using sentinel = await startSentinel('grid', redis.port)
    await using log = await open(`redis+sentinel://127.0.0.1:${sentinel.port}/grid`)
    expect(await log.append([entry('by sentinel')])).toMatchObject([{ outcome: 'appended' }])
    expect(await log.read({ incident: FIRST_ENTRY }, { limit: 1, blockMs: 5000 })).toHaveLength(1)
    expect(log.description).toContain(`Redis grid by sentinels 127.0.0.1:${sentinel.port}`)
  })

  it.each([
    ['nobody listens', async () => openAs(`redis://:hunter2@127.0.0.1:${await freePort()}`)],
    ['no node of a cluster listens', async () => openAs(`redis://127.0.0.1:${await freePort()},redis://127.0.0.1:${await freePort()}`)],
    ['no sentinel listens', async () => openAs(`redis+sentinel://127.0.0.1:${await freePort()}/grid`)],
  ])('[L15] says in one sentence with the fix that %s', async (_, opening) => {
    const error: Error = await opening().then(() => new Error('opened'), error => error as Error)
    expect([error.name, error.message]).toEqual(['LogUnavailableError', expect.stringMatching(/^Redis .*(?:ECONNREFUSED|sentinels|none of its nodes).* Start it or correct REDIS_URL; without REDIS_URL the log is kept in DATA_DIR\.$/)])
    expect(error.message).not.toContain('hunter2')
    expect(error.message).not.toContain('\n')
  })

  it('[L28] refuses a wrong password, a server that throws keys away (looked at while serving too), and a wrong REDIS_URL with the fix', async () => {
    await using locked = await startRedis('--requirepass', 'right')
    await expect(openAs(`redis://:wrong@127.0.0.1:${locked.port}`)).rejects.toThrow(/does not know this user with this password: correct REDIS_URL\.$/)
    await using evicting = await startRedis('--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru')
    await expect(openAs(evicting.url)).rejects.toThrow('set maxmemory-policy noeviction')
    await using log = await open(locked.url.replace('//', '//:right@'))
    expect(log.unfit).toBeUndefined()
    const set = new Redis(locked.port, { password: 'right' })
    await set.config('SET', 'maxmemory', '100mb')
    await set.config('SET', 'maxmemory-policy', 'volatile-lru')
    set.disconnect()
    await waitFor('it is found unfit', () => log.unfit?.includes('it throws away keys when memory is short (maxmemory-policy volatile-lru); set maxmemory-policy noeviction'), 10_000)
    await expect(openAs('http://x')).rejects.toThrow('REDIS_URL cannot be used: not a Redis address; allowed: redis://')
  })
})

function disposable(redis: Redis): AsyncDisposable & { redis: Redis } {
  return { redis, [Symbol.asyncDispose]: async () => redis.disconnect() }
}
