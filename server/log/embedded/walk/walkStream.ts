import type { Database } from 'lmdb'
import type { FieldsCodec } from '../FieldsCodec.ts'
import type { Claim } from '../mark/Claim.ts'
import type { StreamMark } from '../mark/readMark.ts'
import type { Position } from '../position.ts'
import type { StreamReport } from './WalkReport.ts'
import { Comparison } from '../mark/Comparison.ts'

const TOLD_EVERY = 20_000

interface Walked {
  report: StreamReport
  /** Undefined if nothing is wrong. */
  fault: string | undefined
  /** For all that the stream holds. */
  claims: Claim[]
}

/**
 * Reads every entry of a stream and compares it with the mark.
 * @param options.newest where the newest entry ever written stands, as the log itself knows
 * @param options.told hears how far it is
 */
export function walkStream({ stream, mark, entries, newest, codec, told }: {
  stream: string
  mark: StreamMark
  entries: Database<string, Position> | undefined
  newest: Position
  codec: FieldsCodec
  told: (report: StreamReport) => void
}): Walked {
  const comparison = new Comparison(mark.claims)
  const expected = mark.claims.reduce((sum, claim) => sum + claim.entries, 0)
  let read = 0
  let unreadable = 0
  let inOrder = true
  let last = -1
  const report = (): StreamReport => ({ stream, held: expected + comparison.beyond, read, whole: comparison.whole })

  for (const { key, value } of entries?.getRange() ?? []) {
    inOrder = typeof key === 'number' && key > last && key <= newest
    if (!inOrder)
      break
    last = key
    // What was to be trimmed when the process ended is trimmed the next time.
    if (key < mark.cut.before)
      continue
    comparison.add(key, value)
    read++
    if (!isReadable(codec, value))
      unreadable++
    if (read % TOLD_EVERY === 0)
      told(report())
  }
  comparison.end()
  const wrong = [
    ...comparison.missing > 0 ? [`${comparison.missing} are missing`] : [],
    ...comparison.differing.length > 0 ? [`${comparison.differing.length} blocks of it differ from what was written`] : [],
    ...unreadable > 0 ? [`${unreadable} cannot be decoded`] : [],
    ...inOrder ? [] : ['its keys are out of order'],
  ]
  const seen = report()
  return {
    report: seen,
    fault: wrong.length === 0 ? undefined : `of ${seen.held} entries of ${stream} ${seen.whole} are certainly whole (${wrong.join(', ')})`,
    claims: comparison.claims,
  }
}

function isReadable(codec: FieldsCodec, text: string): boolean {
  try {
    return Object.keys(codec.decode(text)).length > 0
  }
  catch {
    return false
  }
}
