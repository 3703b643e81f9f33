/** KEYS: lease. ARGV: holder, ms to live. Answers `{token, until}` by the server's clock, or nothing while another holds it. */
export const acquireLeaseScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local held = redis.call('HMGET', KEYS[1], 'holder', 'until', 'token')
local free = not held[1] or held[1] == '' or tonumber(held[2]) <= now
if not free and held[1] ~= ARGV[1] then
  return false
end
local token = held[3] and tonumber(held[3]) or 0
if free then
  token = token + 1
end
local ends = now + tonumber(ARGV[2])
redis.call('HSET', KEYS[1], 'holder', ARGV[1], 'until', string.format('%.0f', ends), 'token', string.format('%.0f', token))
return { token, ends }
`

/** KEYS: lease. ARGV: holder. The token stays, so that the next holder's is larger. */
export const releaseLeaseScript = `
if redis.call('HGET', KEYS[1], 'holder') == ARGV[1] then
  redis.call('HSET', KEYS[1], 'holder', '')
end
return 1
`
