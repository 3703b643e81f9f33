/** Lua that says whether a lease is held under a token, by the server's clock: for scripts that write under a fence. */
export const heldFunction = `
local function isHeld(lease, token)
  local time = redis.call('TIME')
  local held = redis.call('HMGET', lease, 'holder', 'until', 'token')
  return held[3] == token and held[1] ~= '' and tonumber(held[2]) > time[1] * 1000 + math.floor(time[2] / 1000)
end
`
