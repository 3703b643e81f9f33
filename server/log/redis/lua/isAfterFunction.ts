/** Lua: whether entry id `a` is after `b`; as text, for serials may have 64 bits. */
export const isAfterFunction = `
local function isAfter(a, b)
  local ams, aserial = string.match(a, '^(%d+)-(%d+)$')
  local bms, bserial = string.match(b, '^(%d+)-(%d+)$')
  if ams == bms then
    ams, bms = aserial, bserial
  end
  if #ams ~= #bms then
    return #ams > #bms
  end
  return ams > bms
end
`
