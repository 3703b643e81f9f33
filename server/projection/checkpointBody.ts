import type { Snapshot } from '../../shared/state/Snapshot.ts'
import type { StreamName } from '../../shared/words/stream.ts'
import type { FoundGap } from '../log/archivePlan.ts'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { createGzip, gunzip } from 'node:zlib'

interface Body {
  heard: Record<StreamName, number>
  snapshot: Snapshot
  /** What could be read nowhere when this was folded. */
  missing?: readonly FoundGap[]
}

const CHUNK = 500

/**
 * A snapshot as compressed JSON, written piece by piece so that serving goes on in between; compression itself runs off
 * the main thread.
 */
export async function encodeCheckpoint({ heard, missing = [], snapshot }: Body): Promise<Uint8Array> {
  return buffer(Readable.from(pieces({ heard, missing }, snapshot)).pipe(createGzip({ level: 4 })))
}

export async function decodeCheckpoint(body: Uint8Array): Promise<Body> {
  const text = await promisify(gunzip)(body)
  return JSON.parse(text.toString()) as Body
}

function* pieces(head: Omit<Body, 'snapshot'>, snapshot: Snapshot): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"snapshot":`
  yield* written(snapshot)
  yield '}'
}

/** The JSON of a value; objects one field after the other, two levels deep, and lists some records at a time. */
function* written(value: unknown, levels = 2): Generator<string> {
  if (Array.isArray(value)) {
    yield '['
    yield* list(value)
    yield ']'
  }
  else if (levels > 0 && typeof value === 'object' && value !== null) {
    let before = '{'
    for (const [name, each] of Object.entries(value)) {
      yield `${before}${JSON.stringify(name)}:`
      yield* written(each, levels - 1)
      before = ','
    }
    yield before === '{' ? '{}' : '}'
  }
  else {
    yield JSON.stringify(value)
  }
}

function* list(records: readonly unknown[]): Generator<string> {
  for (let from = 0; from < records.length; from += CHUNK)
    yield (from > 0 ? ',' : '') + JSON.stringify(records.slice(from, from + CHUNK)).slice(1, -1)
}
