/**
 * KEYS: stream. ARGV: the id after which, how many at most. Answers id and bytes of names and texts of each, without sending them. One at a time:
 * asked for together, large ones would all be copied before any is measured.
 */
export const sizesScript = `
local found, after, total = {}, ARGV[1], 0
for _ = 1, tonumber(ARGV[2]) do
  local entry = redis.call('XRANGE', KEYS[1], '(' .. after, '+', 'COUNT', 1)[1]
  if not entry then
    break
  end
  local bytes = 0
  for _, text in ipairs(entry[2]) do
    bytes = bytes + #text
  end
  after = entry[1]
  found[#found + 1] = after
  found[#found + 1] = bytes
  total = total + bytes
  if total > 33554432 then
    break
  end
end
return found
`
