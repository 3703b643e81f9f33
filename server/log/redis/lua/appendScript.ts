import { createHash } from 'node:crypto'
import { heldFunction } from './heldFunction.ts'
import { isAfterFunction } from './isAfterFunction.ts'
import { standsFunction } from './standsFunction.ts'

/**
 * Appends with de-duplication, group by group, each under its guard and all under one fence if there are any, in one step.
 * KEYS: the stream that is guarded, or any; the lease of the fence (the stream again if there is none); the guarded stream's mark of the trim; then for each entry its stream and its identity's key (the stream again if it has none).
 * ARGV: window in ms; token of the fence or ''; then for each group: guarded subject or '', another guarded subject or '', id after which none may appear, an id whose entry shall stand and its hash or '', number of entries, and for each the id of the entry that its identity may name all the same or '', the number of texts and the texts.
 * Answers for each group `{'appended', id, 1 if new, …}`, `{'fenced'}`, `{'gone'}` where that entry does not stand, `{'stale', id}`, or, because a script holds the server while it runs, after 1,000 entries
 * without a guarded subject `{'further', id}`: call again with that id. The last call is the one that decides. A repeated guarded append is told its first answer, not that it lost to itself.
 *
 * Groups look at the stream once together: each entry that a script looks at costs it about 4 µs.
 */
export const appendScript = `
${heldFunction}
local stream = KEYS[1]
local begin, cut
local about = {}

local function known(k)
  local key = KEYS[k + 1]
  return key ~= KEYS[k] and redis.call('GET', key)
end

${isAfterFunction}${standsFunction}
local function note(subject, id)
  local ids = about[subject]
  if ids then
    ids[#ids + 1] = id
  else
    about[subject] = { id }
  end
end

local function look(after)
  if begin and (begin == after or isAfter(after, begin)) and not (cut and isAfter(after, cut)) then
    return
  end
  begin, cut, about = after, nil, {}
  local page = redis.call('XRANGE', stream, '(' .. after, '+', 'COUNT', 1000)
  for _, entry in ipairs(page) do
    local texts = entry[2]
    for f = 1, #texts, 2 do
      if texts[f] == 'subject' then
        note(texts[f + 1], entry[1])
      end
    end
  end
  cut = #page == 1000 and page[1000][1] or nil
end

local function firstAbout(subject, after)
  for _, id in ipairs(about[subject] or {}) do
    if after == begin or isAfter(id, after) then
      return id
    end
  end
end

local proven = {}

local function stood(id, hash)
  if hash == '' then
    return true
  end
  if proven[id] ~= hash and stands(stream, KEYS[3], id, hash) then
    proven[id] = hash
  end
  return proven[id] == hash
end

local function refusal(subject, also, after, seen, hash)
  if ARGV[2] ~= '' and not isHeld(KEYS[2], ARGV[2]) then
    return { 'fenced' }
  end
  if subject == '' then
    return nil
  end
  if not stood(seen, hash) then
    return { 'gone' }
  end
  look(after)
  local first = firstAbout(subject, after)
  local other = also ~= '' and firstAbout(also, after)
  if other and (not first or isAfter(first, other)) then
    first = other
  end
  if first then
    return { 'stale', first }
  end
  return cut and { 'further', cut }
end

local function append(k, instead, from, texts)
  local id = known(k)
  if id and id ~= instead then
    return id, 0
  end
  id = redis.call('XADD', KEYS[k], '*', unpack(ARGV, from, from + texts - 1))
  if KEYS[k + 1] ~= KEYS[k] then
    redis.call('SET', KEYS[k + 1], id, 'PX', ARGV[1])
  end
  if begin and not cut and KEYS[k] == stream then
    for f = from, from + texts - 1, 2 do
      if ARGV[f] == 'subject' then
        note(ARGV[f + 1], id)
      end
    end
  end
  return id, 1
end

local answers = {}
local k = 4
local at = 3
while at <= #ARGV do
  local subject, also, after, count = ARGV[at], ARGV[at + 1], ARGV[at + 2], tonumber(ARGV[at + 5])
  local seen, hash = ARGV[at + 3], ARGV[at + 4]
  at = at + 6
  local answer
  if subject ~= '' or ARGV[2] ~= '' then
    local repeated = count > 0
    for i = 0, count - 1 do
      repeated = repeated and known(k + 2 * i)
    end
    answer = not repeated and refusal(subject, also, after, seen, hash)
  end
  local appends = not answer
  answer = answer or { 'appended' }
  for _ = 1, count do
    local instead, texts = ARGV[at], tonumber(ARGV[at + 1])
    if appends then
      answer[#answer + 1], answer[#answer + 2] = append(k, instead, at + 2, texts)
    end
    at = at + texts + 2
    k = k + 2
  end
  answers[#answers + 1] = answer
end
return answers
`

export const APPEND_SHA = createHash('sha1').update(appendScript).digest('hex')
