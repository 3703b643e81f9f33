/**
 * Lua: whether the entry at an id of `stream` is there with the content that a hash of `entryHash.ts` stands for, or lies before the mark of the trim
 * in the key `trimmed`. A hash that begins with `~` was made of text that may not be what is kept: then its being there has to do.
 * Bytes are compared one by one, since `<` goes by the locale of the server.
 */
export const standsFunction = `
local function precedes(a, b)
  for i = 1, math.min(#a, #b) do
    local x, y = string.byte(a, i), string.byte(b, i)
    if x ~= y then
      return x < y
    end
  end
  return #a < #b
end

local function hashOf(texts)
  local textOf, names, parts = {}, {}, {}
  for f = 1, #texts, 2 do
    if textOf[texts[f]] == nil then
      names[#names + 1] = texts[f]
    end
    textOf[texts[f]] = texts[f + 1]
  end
  table.sort(names, precedes)
  for _, name in ipairs(names) do
    parts[#parts + 1] = #name .. ':' .. name .. #textOf[name] .. ':' .. textOf[name]
  end
  return redis.sha1hex(table.concat(parts))
end

local function stands(stream, trimmed, id, hash)
  local entry = redis.call('XRANGE', stream, id, id)[1]
  if entry then
    return string.sub(hash, 1, 1) == '~' or hashOf(entry[2]) == hash
  end
  local mark = redis.call('GET', trimmed)
  return mark and isAfter(mark, id)
end
`
