import { isUtf8 } from 'node:buffer'

type Fields = Readonly<Record<string, string>>

/** Field of an entry that some program wrote in another encoding: its names and texts as they stand in the log, as base64 in JSON. */
export const NOT_UTF8 = 'not-utf-8'

/** Stands in a text for bytes that were not UTF-8; lawful text may hold it too. */
export const UNREADABLE = '\uFFFD'

/** Whether what was read as text may have been other bytes. */
export function mayBeUnreadable(fields: Fields): boolean {
  for (const name in fields) {
    if (fields[name]!.includes(UNREADABLE) || name.includes(UNREADABLE))
      return true
  }
  return false
}

/** Fields of an entry with its bytes beside them, if those are not UTF-8; else the fields as they are (R25). */
export function withBytes(fields: Fields, bytes: readonly Buffer[]): Fields {
  return bytes.every(each => isUtf8(each)) ? fields : { ...fields, [NOT_UTF8]: JSON.stringify(bytes.map(each => each.toString('base64'))) }
}
