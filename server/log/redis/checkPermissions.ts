import type { RedisConnection } from './RedisConnection.ts'
import type { RedisKeys } from './RedisKeys.ts'
import { isNotAllowed } from './isNotAllowed.ts'

/**
 * Runs each command that the log needs once, where it changes nothing, so that a user who lacks one is told its name at the start.
 * What fails for another reason, as on a full disk, is no matter here.
 * @throws LogUnavailableError with one sentence that names the missing permission
 */
export async function checkPermissions(connection: RedisConnection, { unused: key }: RedisKeys): Promise<void> {
  await connection.run(async (client) => {
    const results = await client.pipeline()
      .exists(key).get(key).set(key, '', 'PX', 1, 'XX')
      .eval('return redis.call(\'EXISTS\', KEYS[1])', 1, key).evalsha('0'.repeat(40), 1, key)
      .xread('COUNT', 1, 'STREAMS', key, '0-0').xrange(key, '-', '+').xrevrange(key, '+', '-').xtrim(key, 'MINID', '=', '0-0').xadd(key, 'NOMKSTREAM', '*', 'a', 'b')
      .hset(key, 'a', '').hdel(key, 'a').hget(key, 'a').hmget(key, 'a').hvals(key)
      .zadd(key, 'XX', 1, 'a').zrange(key, '0', '0').zrem(key, 'a')
      .wait(0, 1).time()
      .exec() ?? []
    const refused = results.find(([error]) => error !== null && isNotAllowed(error.message))
    if (refused)
      throw refused[0]!
  })
}
