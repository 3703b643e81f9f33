/** KEYS: secret. ARGV: what it shall be ('' for a new one), the random part of a new one. Answers the secret that holds. */
export const secretScript = `
local current = redis.call('GET', KEYS[1])
if current then
  return current
end
local secret = ARGV[1]
if secret == '' then
  local time = redis.call('TIME')
  secret = time[1] .. string.format('%03d', math.floor(tonumber(time[2]) / 1000)) .. '.' .. ARGV[2]
end
redis.call('SET', KEYS[1], secret)
return secret
`
