/** KEYS: stream. Answers the ids of its first and last entry, without the entries, of which either may be larger than a line brings in time; none if it is empty. */
export const boundsScript = `
local ids = {}
for i, command in ipairs({ 'XRANGE', 'XREVRANGE' }) do
  local from, to = '-', '+'
  if i == 2 then
    from, to = to, from
  end
  local entry = redis.call(command, KEYS[1], from, to, 'COUNT', 1)[1]
  if entry then
    ids[i] = entry[1]
  end
end
return ids
`
