/** KEYS: epoch. ARGV: the epoch that was seen ('' for none), a fresh one. Answers the epoch now in force. */
export const epochScript = `
local current = redis.call('GET', KEYS[1])
if current and current ~= ARGV[1] then
  return current
end
redis.call('SET', KEYS[1], ARGV[2])
return ARGV[2]
`
