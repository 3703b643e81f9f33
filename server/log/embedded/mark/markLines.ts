import type { Claim } from './Claim.ts'
import type { Position } from '../position.ts'
import { crc32 } from 'node:zlib'

/** What lies before `before` was removed on purpose, `entries` in all until then. */
export interface Cut {
  before: Position
  entries: number
}

export type MarkLine = { claim: Claim } | { cut: Cut }

/** One line of text, closed by a check of its own, so that a half-written one is told. */
export function toMarkLine(line: MarkLine): string {
  const words = 'claim' in line
    ? `held ${line.claim.first} ${line.claim.last} ${line.claim.entries} ${line.claim.sum}`
    : `trimmed ${line.cut.before} ${line.cut.entries}`
  return `${words} ${checkOf(words)}\n`
}

/** The lines that are whole, in the order in which they were written, and how many are not. */
export function fromMarkLines(text: string): { lines: MarkLine[]; unreadable: number } {
  const rows = text.split('\n').filter(row => row !== '')
  const lines = rows.map(fromRow).filter(line => line !== undefined)
  return { lines, unreadable: rows.length - lines.length }
}

function fromRow(row: string): MarkLine | undefined {
  const end = row.lastIndexOf(' ')
  const words = row.slice(0, Math.max(0, end))
  if (checkOf(words) !== row.slice(end + 1))
    return undefined
  const [kind, a = '', b = '', c = '', sum = ''] = words.split(' ')
  if (kind === 'held')
    return { claim: { first: Number(a), last: Number(b), entries: Number(c), sum } }
  return kind === 'trimmed' ? { cut: { before: Number(a), entries: Number(b) } } : undefined
}

function checkOf(words: string): string {
  return crc32(words).toString(16).padStart(8, '0')
}
