/**
 * KEYS: stream. ARGV: from, to, how many at most, how many bytes of names and texts about, how many of one entry. Answers id and texts of each, or
 * id and bytes of one that is larger; one at least. One at a time: asked for together, large ones would all be copied before any is measured.
 */
export const rangeScript = `
local found, from, told, seen = {}, ARGV[1], 0, 0
for _ = 1, tonumber(ARGV[3]) do
  local entry = redis.call('XRANGE', KEYS[1], from, ARGV[2], 'COUNT', 1)[1]
  if not entry then
    break
  end
  local bytes = 0
  for _, text in ipairs(entry[2]) do
    bytes = bytes + #text
  end
  if bytes > tonumber(ARGV[5]) then
    entry = { entry[1], bytes }
  else
    told = told + bytes
    if told > tonumber(ARGV[4]) and #found > 0 then
      break
    end
  end
  found[#found + 1] = entry
  seen = seen + bytes
  if seen > 33554432 then
    break
  end
  from = '(' .. entry[1]
end
return found
`
