import { heldFunction } from './heldFunction.ts'

/** KEYS: order, heads, bodies, lease. ARGV: name, at, head, body, how many to keep, token of the fence. Answers 1, or nothing if the lease is not held. */
export const putCheckpointScript = `
${heldFunction}
if not isHeld(KEYS[4], ARGV[6]) then
  return false
end
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[3])
redis.call('HSET', KEYS[3], ARGV[1], ARGV[4])
for _, name in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1 - tonumber(ARGV[5]))) do
  redis.call('ZREM', KEYS[1], name)
  redis.call('HDEL', KEYS[2], name)
  redis.call('HDEL', KEYS[3], name)
end
return 1
`
