import { createHash } from 'node:crypto'
import { NOT_UTF8, UNREADABLE } from './notUtf8.ts'

/** Stands for what an entry holds; `~` before it where Redis may hold other bytes than the text that was read from it. */
export type EntryHash = string

/**
 * SHA-1 over the names and texts of an entry, in the order of the names' bytes: the same in every home, in the archive, and in the script
 * that appends under guard. Bytes that are kept beside unreadable texts are no part of it. It tells entries apart that a log gave the same id; nobody gains by forging one.
 */
export function entryHash(fields: Readonly<Record<string, string>>): EntryHash {
  const hash = createHash('sha1')
  // A field of that name that some program wrote itself is no part of it either; then Redis holds more than is hashed here.
  let exact = fields[NOT_UTF8] === undefined
  for (const [, name, text] of Object.entries(fields).filter(([name]) => name !== NOT_UTF8).map(([name, text]) => [bytesOf(name), name, text] as const).sort(([a], [b]) => a < b ? -1 : 1)) {
    hash.update(`${Buffer.byteLength(name)}:${name}${Buffer.byteLength(text)}:`).update(text)
    exact &&= !name.includes(UNREADABLE) && !text.includes(UNREADABLE)
  }
  return (exact ? '' : INEXACT) + hash.digest('hex')
}

const INEXACT = '~'

/** One character a byte: compares as the bytes do. */
function bytesOf(name: string): string {
  return Buffer.from(name).toString('latin1')
}
