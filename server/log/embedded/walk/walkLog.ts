import type { Database } from 'lmdb'
import type { EntryId } from '../../../../shared/words/entryId.ts'
import type { Position } from '../position.ts'
import type { WalkReport } from './WalkReport.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isDiskFull } from '../../../isDiskFull.ts'
import { FieldsCodec } from '../FieldsCodec.ts'
import { markedStreams, readMark } from '../mark/readMark.ts'
import { sinceTrim } from '../mark/sinceTrim.ts'
import { positionFrom } from '../position.ts'
import { openReadOnly } from '../openReadOnly.ts'
import { walkStream } from './walkStream.ts'
import { walkTables } from './walkTables.ts'
import { writeMark } from '../mark/writeMark.ts'

const STREAM = 'stream:'

/**
 * Reads all that an embedded log holds and compares it with the mark beside it.
 * @param options.path the folder `log` of DATA_DIR
 * @param options.renews whether a mark that is not of the whole log, or none, is written anew where nothing is wrong; only while nobody else has the log
 * @param options.told hears the report as it grows
 */
export async function walkLog({ path, renews, told }: { path: string, renews: boolean, told: (report: WalkReport) => void }): Promise<WalkReport> {
  const directory = join(path, 'marks')
  const marks = new Map(markedStreams(directory).map(stream => [stream, readMark(directory, stream)]))
  const report: WalkReport = {
    streams: [...marks].map(([stream, { claims }]) => ({ stream, held: claims.reduce((sum, { entries }) => sum + entries, 0), read: 0, whole: 0 })),
    faults: [],
    takenOver: marks.size === 0,
  }
  told(report)
  if (!existsSync(join(path, 'lmdb/data.mdb')))
    return { ...report, faults: ['its file data.mdb is gone'] }

  await using root = { db: openReadOnly(path), [Symbol.asyncDispose]: (): Promise<void> => root.db.close() }
  const names = [...root.db.getKeys()].map(String)
  const kept = names.filter(name => name.startsWith(STREAM)).map(name => name.slice(STREAM.length))
  report.faults.push(...walkTables(root.db, names.filter(name => !name.startsWith(STREAM))))
  told(report)
  const codec = new FieldsCodec(root.db.openDB<readonly string[], number>('shapes', { encoding: 'json' }))
  const trimmed = names.includes('trimmed') ? root.db.openDB<EntryId, string>('trimmed', { encoding: 'string' }) : undefined
  const heads = names.includes('heads') ? root.db.openDB<unknown, string>('heads', {}) : undefined
  const walked = [...new Set([...marks.keys(), ...kept])].map((stream) => {
    const before = trimmed?.get(stream)
    const mark = sinceTrim(marks.get(stream) ?? readMark(directory, stream), before === undefined ? 0 : positionFrom(before))
    const entries = kept.includes(stream) ? root.db.openDB<string, number>(STREAM + stream, { encoding: 'string' }) : undefined
    const others = report.streams.filter(seen => seen.stream !== stream)
    const { fault, claims, report: seen } = walkStream({ stream, mark, entries, newest: newestOf(heads, stream), codec, told: seen => told({ ...report, streams: [...others, seen] }) })
    report.streams = [...others, seen]
    report.faults.push(...fault === undefined ? [] : [fault])
    told(report)
    return { stream, cut: mark.cut, claims }
  })
  if (renews && report.faults.length === 0)
    renew(() => walked.forEach(({ stream, cut, claims }) => writeMark(directory, stream, cut, claims)))
  return report
}

/** A record that is damaged has been told already. */
function newestOf(heads: Database<unknown, string> | undefined, stream: string): Position {
  try {
    const newest = heads?.get(stream)
    return Number.isSafeInteger(newest) ? newest as Position : Number.POSITIVE_INFINITY
  }
  catch {
    return Number.POSITIVE_INFINITY
  }
}

/** On a full disk the old mark stays: it says less, and what it says is true. */
function renew(write: () => void): void {
  try {
    write()
  }
  catch (error) {
    if (!isDiskFull(error))
      throw error
  }
}
