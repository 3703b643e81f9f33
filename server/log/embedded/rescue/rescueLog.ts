import type { EmbeddedEventLog } from '../EmbeddedEventLog.ts'
import type { RescuedEntry } from './Rescued.ts'
import { join } from 'node:path'
import { groupBy } from '../../../../shared/words/groupBy.ts'
import { markedStreams, readMark } from '../mark/readMark.ts'
import { entryIdAt } from '../position.ts'
import { PageFile } from './PageFile.ts'
import { PageIndex } from './PageIndex.ts'
import { Rescued } from './Rescued.ts'
import { StreamWriter } from './StreamWriter.ts'

/** Nobody else has the new log: its own process alone may write it. */
const RESCUE = 'rescue'
const HELD_MS = 3_600_000

export interface RescueReport {
  stream: string
  /** Entries that the mark beside the log speaks of; undefined without one. */
  held: number | undefined
  written: number
  /** Of these, entries in blocks whose content is what was written. */
  whole: number
}

/**
 * Writes every entry that can still be read in the file of an embedded log into a new one, under its own id. The damaged file is read as
 * bytes, page by page, and is not changed.
 * @param path the folder `log` of the damaged DATA_DIR
 * @param into a log that is empty
 */
export async function rescueLog(path: string, into: EmbeddedEventLog): Promise<{ streams: RescueReport[], unattributed: number }> {
  const directory = join(path, 'marks')
  const marks = new Map(markedStreams(directory).map(stream => [stream, readMark(directory, stream)]))
  using file = new PageFile(join(path, 'lmdb/data.mdb'))
  const index = new PageIndex(file)
  const rescued = new Rescued(index)
  const writers = new Map<string, StreamWriter>()
  let unattributed = 0
  for (let i = 0; i < index.positions.length;) {
    const position = index.positions[i]!
    const variants = new Map<string, RescuedEntry>()
    for (; index.positions[i] === position; i++) {
      const entry = rescued.at(index.places[i]!, position)
      if (entry && !variants.has(`${entry.stream} ${entry.text}`))
        variants.set(`${entry.stream} ${entry.text}`, entry)
    }
    for (const [stream, entries] of groupBy([...variants.values()], ({ stream }) => stream)) {
      if (stream === undefined) {
        unattributed++
        continue
      }
      const mark = marks.get(stream)
      let writer = writers.get(stream)
      if (!writer)
        writers.set(stream, writer = new StreamWriter(into, stream, mark?.claims ?? []))
      if (position >= (mark?.cut.before ?? 0))
        await writer.add(entries)
    }
  }
  for (const writer of writers.values())
    await writer.end()
  const lease = await into.acquireLease(RESCUE, RESCUE, HELD_MS)
  for (const [stream, { cut }] of marks) {
    if (cut.before > 0 && lease)
      await into.trim(stream, entryIdAt(cut.before), { lease: RESCUE, token: lease.token })
  }
  await into.releaseLease(RESCUE, RESCUE)
  const names = [...new Set([...marks.keys(), ...writers.keys()])].sort()
  return {
    unattributed,
    streams: names.map(stream => ({
      stream,
      held: marks.get(stream)?.claims.reduce((sum, { entries }) => sum + entries, 0),
      written: writers.get(stream)?.written ?? 0,
      whole: marks.has(stream) ? writers.get(stream)?.whole ?? 0 : 0,
    })),
  }
}
