import { heldFunction } from './heldFunction.ts'

/** KEYS: order, heads, bodies, lease. ARGV: name, at, head, body, how many of its kind to keep (see `surplus.ts`, which says the same), token of the fence. Answers 1, or nothing if the lease is not held. */
export const putCheckpointScript = `
${heldFunction}
if not isHeld(KEYS[4], ARGV[6]) then
  return false
end
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[3])
redis.call('HSET', KEYS[3], ARGV[1], ARGV[4])
local function kindOf(name)
  return string.match(name, '^(.*)%.') or ''
end
local own, keep, counts, kinds = kindOf(ARGV[1]), tonumber(ARGV[5]), {}, 0
for _, name in ipairs(redis.call('ZREVRANGE', KEYS[1], 0, -1)) do
  local kind = kindOf(name)
  if not counts[kind] then
    kinds = kinds + 1
    counts[kind] = kinds > 6 and math.huge or 0
  end
  counts[kind] = counts[kind] + 1
  if counts[kind] == math.huge or (kind == own and counts[kind] > keep) then
    redis.call('ZREM', KEYS[1], name)
    redis.call('HDEL', KEYS[2], name)
    redis.call('HDEL', KEYS[3], name)
  end
end
return 1
`
