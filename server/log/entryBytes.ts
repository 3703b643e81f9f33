import type { Fields } from './EventLog.ts'

/** Bytes (UTF-8) of names and texts of an entry. */
export function entryBytes(fields: Fields): number {
  return Object.entries(fields).reduce((sum, [name, text]) => sum + Buffer.byteLength(name) + Buffer.byteLength(text), 0)
}
