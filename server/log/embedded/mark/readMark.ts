import type { Claim } from './Claim.ts'
import type { Cut } from './markLines.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromMarkLines } from './markLines.ts'

export interface StreamMark {
  cut: Cut
  /** By their first entry; none begins before the cut, none overlaps another. */
  claims: Claim[]
  /** Lines that say nothing any more: one half-written at the end of each file is lawful. */
  unreadable: number
  /** All lines that are whole, also those of what is gone. */
  lines: number
}

const BLOCKS = '.blocks'

export const blocksFile = (directory: string, stream: string): string => join(directory, stream + BLOCKS)
/** What stands for the block that is not full yet, so that the other file grows by whole blocks alone. */
export const recentFile = (directory: string, stream: string): string => join(directory, `${stream}.recent`)

/** Streams that have a mark. */
export function markedStreams(directory: string): string[] {
  const names = filesIn(directory).filter(name => name.endsWith(BLOCKS) || name.endsWith('.recent'))
  return [...new Set(names.map(name => name.slice(0, name.lastIndexOf('.'))))].sort()
}

/** What the log was last known to hold of a stream. */
export function readMark(directory: string, stream: string): StreamMark {
  const files = [blocksFile(directory, stream), recentFile(directory, stream)].map(file => fromMarkLines(textOf(file)))
  const lines = files.flatMap(file => file.lines)
  const cuts = lines.flatMap(line => 'cut' in line ? [line.cut] : [])
  const cut = cuts.reduce((a, b) => b.before >= a.before ? b : a, { before: 0, entries: 0 })
  const claims = lines.flatMap(line => 'claim' in line && line.claim.first >= cut.before ? [line.claim] : [])
  return { cut, claims: withoutOverlap(claims), unreadable: files.reduce((sum, file) => sum + file.unreadable, 0), lines: lines.length }
}

/** Of claims that begin together the longest: a block that was filled says all that its beginnings said. */
function withoutOverlap(claims: readonly Claim[]): Claim[] {
  const sorted = [...claims].sort((a, b) => a.first - b.first || b.last - a.last)
  let end = -1
  return sorted.filter(({ first, last }) => {
    const free = first > end
    end = free ? last : end
    return free
  })
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return ''
    throw error
  }
}

function filesIn(directory: string): string[] {
  try {
    return readdirSync(directory)
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return []
    throw error
  }
}
