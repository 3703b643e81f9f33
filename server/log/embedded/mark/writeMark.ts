import type { Claim } from './Claim.ts'
import type { Cut } from './markLines.ts'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { toMarkLine } from './markLines.ts'
import { blocksFile, recentFile } from './readMark.ts'

/** Writes the mark of a stream anew, by a whole file that takes the old one's place. */
export function writeMark(directory: string, stream: string, cut: Cut, claims: readonly Claim[]): void {
  const text = (cut.before > 0 ? toMarkLine({ cut }) : '') + claims.map(claim => toMarkLine({ claim })).join('')
  mkdirSync(directory, { recursive: true })
  const path = blocksFile(directory, stream)
  if (text !== textOf(path)) {
    const draft = `${path}.draft`
    try {
      writeFileSync(draft, text, { flush: true })
      renameSync(draft, path)
    }
    finally {
      rmSync(draft, { force: true })
    }
  }
  rmSync(recentFile(directory, stream), { force: true })
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  }
  catch {
    return undefined
  }
}
