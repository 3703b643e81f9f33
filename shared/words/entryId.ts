/** Id of a log entry as Redis writes it: milliseconds, a dash, a serial: `1732432432000-0`. Both homes of the log use it. */
export type EntryId = string

/** Before every entry. */
export const FIRST_ENTRY: EntryId = '0-0'

/** Negative if `a` is before `b`, 0 if equal, positive if after. */
export function compareEntryIds(a: EntryId, b: EntryId): number {
  if (a === b)
    return 0
  const dashA = a.indexOf('-')
  const dashB = b.indexOf('-')
  if (dashA !== dashB)
    return dashA - dashB
  return Number(a.slice(0, dashA)) - Number(b.slice(0, dashB)) || Number(a.slice(dashA + 1)) - Number(b.slice(dashB + 1))
}

/** When the entry reached the log, in epoch milliseconds. */
export function entryMs(id: EntryId): number {
  let ms = 0
  for (let i = 0; i < id.length; i++) {
    const digit = id.charCodeAt(i) - 48
    if (digit < 0 || digit > 9)
      return i > 0 && id[i] === '-' ? ms : Number.NaN
    ms = ms * 10 + digit
  }
  return Number.NaN
}
