import { heldFunction } from './heldFunction.ts'
import { isAfterFunction } from './isAfterFunction.ts'

/** KEYS: stream; its mark of the trim; lease. ARGV: the id before which all goes, token of the fence. The mark only grows. Answers how many went, or nothing if the lease is not held. */
export const trimScript = `
${heldFunction}${isAfterFunction}
if not isHeld(KEYS[3], ARGV[2]) then
  return false
end
local mark = redis.call('GET', KEYS[2])
if not mark or isAfter(ARGV[1], mark) then
  redis.call('SET', KEYS[2], ARGV[1])
end
return redis.call('XTRIM', KEYS[1], 'MINID', '=', ARGV[1])
`
