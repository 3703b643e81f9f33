/**
 * Appends with de-duplication, and under a guard and a fence if there are any, in one step.
 * KEYS: the guarded stream, then for each entry its stream and its identity's key (the stream again if it has none); last the lease of the fence.
 * ARGV: window in ms; guarded subject or ''; id after which it must not appear; token of the fence or ''; another guarded subject or ''; then for each entry the number of texts and the texts.
 * Answers `{'appended', id, 1 if new, …}`, `{'fenced'}`, `{'stale', id}`, or, because a script holds the server while it runs, after 1,000 entries
 * without a guarded subject `{'further', id}`: call again with that id. The last call is the one that decides. A repeated guarded append is told its first answer, not that it lost to itself.
 */
export const appendScript = `
local count = math.floor((#KEYS - 1) / 2)
local subject = ARGV[2]
local also = ARGV[5]

local function known(i)
  local key = KEYS[2 * i + 1]
  return key ~= KEYS[2 * i] and redis.call('GET', key)
end

if subject ~= '' then
  local repeated = count > 0
  for i = 1, count do
    repeated = repeated and known(i)
  end
  if not repeated then
    if ARGV[4] ~= '' then
      local time = redis.call('TIME')
      local held = redis.call('HMGET', KEYS[#KEYS], 'holder', 'until', 'token')
      if held[3] ~= ARGV[4] or held[1] == '' or tonumber(held[2]) <= time[1] * 1000 + math.floor(time[2] / 1000) then
        return { 'fenced' }
      end
    end
    local page = redis.call('XRANGE', KEYS[1], '(' .. ARGV[3], '+', 'COUNT', 1000)
    for _, entry in ipairs(page) do
      for f = 1, #entry[2], 2 do
        if entry[2][f] == 'subject' and (entry[2][f + 1] == subject or (also ~= '' and entry[2][f + 1] == also)) then
          return { 'stale', entry[1] }
        end
      end
    end
    if #page == 1000 then
      return { 'further', page[#page][1] }
    end
  end
end

local answer = { 'appended' }
local at = 6
for i = 1, count do
  local texts = tonumber(ARGV[at])
  local id = known(i)
  local fresh = not id
  if fresh then
    id = redis.call('XADD', KEYS[2 * i], '*', unpack(ARGV, at + 1, at + texts))
    if KEYS[2 * i + 1] ~= KEYS[2 * i] then
      redis.call('SET', KEYS[2 * i + 1], id, 'PX', ARGV[1])
    end
  end
  answer[2 * i] = id
  answer[2 * i + 1] = fresh and 1 or 0
  at = at + texts + 1
end
return answer
`
