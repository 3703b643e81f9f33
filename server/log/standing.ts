import type { EntryHash } from './entryHash.ts'
import { entryHash } from './entryHash.ts'
import { NOT_UTF8 } from './notUtf8.ts'

/** What an entry holds: its hash, or its fields as they were read, which a reader has at hand and which cost less to compare. */
export type Standing = EntryHash | Readonly<Record<string, string>>

/** Whether an entry with these fields is the one that was seen (L20). */
export function isStanding(fields: Readonly<Record<string, string>>, seen: Standing): boolean {
  return typeof seen === 'string' ? entryHash(fields) === seen : isSame(fields, seen)
}

export function hashOf(seen: Standing): EntryHash {
  return typeof seen === 'string' ? seen : entryHash(seen)
}

/** As their hashes are: by names and texts, whatever their order, without the bytes kept beside. */
function isSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = namesOf(a)
  return names.length === namesOf(b).length && names.every(name => Object.hasOwn(b, name) && a[name] === b[name])
}

function namesOf(fields: Readonly<Record<string, string>>): string[] {
  const names = Object.keys(fields)
  return NOT_UTF8 in fields ? names.filter(name => name !== NOT_UTF8) : names
}
