import { isAfterFunction } from './isAfterFunction.ts'

/** KEYS: stream; its mark of the trim. ARGV: the id before which all goes. The mark only grows. Answers how many went. */
export const trimScript = `
${isAfterFunction}
local mark = redis.call('GET', KEYS[2])
if not mark or isAfter(ARGV[1], mark) then
  redis.call('SET', KEYS[2], ARGV[1])
end
return redis.call('XTRIM', KEYS[1], 'MINID', '=', ARGV[1])
`
