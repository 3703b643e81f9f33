import type { Checkpoint, Entry } from '../EventLog.ts'
import type { BackupSource } from '../backup/BackupSource.ts'
import type { EntryId } from '../../../shared/words/entryId.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { entryBytes } from '../entryBytes.ts'
import { MOST_BATCH_BYTES } from '../mostBatchBytes.ts'
import { FieldsCodec } from './FieldsCodec.ts'
import { openReadOnly } from './openReadOnly.ts'
import { entryIdAt } from './position.ts'

const STREAM = 'stream:'
const BATCH = 500

/** An embedded log as it stands now, read by one transaction in a process of its own, while a server may go on writing. */
export function snapshotOf(dataDir: string): BackupSource {
  const root = openReadOnly(join(dataDir, 'log'))
  const names = [...root.getKeys()].map(String)
  const tableOf = <V>(name: string, encoding: 'json' | 'string' | 'binary') => names.includes(name) ? root.openDB<V, string>(name, { encoding }) : undefined
  const streams = new Map(names.filter(name => name.startsWith(STREAM)).map(name => [name.slice(STREAM.length), root.openDB<string, number>(name, { encoding: 'string' })]))
  const trims = tableOf<EntryId>('trimmed', 'string')
  const heads = tableOf<Omit<Checkpoint, 'body'>>('checkpoints', 'json')
  const bodies = tableOf<Uint8Array>('checkpoint-bodies', 'binary')
  const codec = new FieldsCodec(root.openDB<readonly string[], number>('shapes', { encoding: 'json' }))
  // After all tables were opened: opening one ends what is being read.
  const transaction = root.useReadTransaction()

  async function* entries(stream: string): AsyncGenerator<Entry[]> {
    let batch: Entry[] = []
    let bytes = 0
    for (const { key, value } of streams.get(stream)!.getRange({ transaction })) {
      const fields = codec.decode(value)
      batch.push({ stream, id: entryIdAt(key), fields })
      bytes += entryBytes(fields)
      if (batch.length === BATCH || bytes >= MOST_BATCH_BYTES) {
        yield batch
        batch = []
        bytes = 0
      }
    }
    if (batch.length > 0)
      yield batch
  }

  return {
    home: 'embedded',
    streams: [...streams.keys()],
    entries,
    trimmed: async stream => trims?.get(stream, { transaction }),
    async* checkpoints() {
      for (const { key, value } of heads?.getRange({ transaction }) ?? []) {
        const body = bodies?.get(key, { transaction })
        if (body)
          yield { ...value, body }
      }
    },
    secret: name => readFile(join(dataDir, 'secrets', `${name}.key`)).catch(() => undefined),
    async [Symbol.asyncDispose]() {
      transaction.done()
      await root.close()
    },
  }
}
