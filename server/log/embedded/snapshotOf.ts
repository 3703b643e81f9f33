import type { Checkpoint, Entry } from '../EventLog.ts'
import type { BackupSource } from '../backup/BackupSource.ts'
import type { EntryId } from '../../../shared/words/entryId.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FieldsCodec } from './FieldsCodec.ts'
import { openReadOnly } from './openReadOnly.ts'
import { entryIdAt } from './position.ts'

const STREAM = 'stream:'
const BATCH = 500

/** An embedded log as it stands now, read by one transaction in a process of its own, while a server may go on writing. */
export function snapshotOf(dataDir: string): BackupSource {
  const root = openReadOnly(join(dataDir, 'log'))
  const transaction = root.useReadTransaction()
  const names = [...root.getKeys({ transaction })].map(String)
  const codec = new FieldsCodec(root.openDB<readonly string[], number>('shapes', { encoding: 'json' }))

  async function* entries(stream: string): AsyncGenerator<Entry[]> {
    let batch: Entry[] = []
    for (const { key, value } of root.openDB<string, number>(STREAM + stream, { encoding: 'string' }).getRange({ transaction })) {
      batch.push({ stream, id: entryIdAt(key), fields: codec.decode(value) })
      if (batch.length === BATCH) {
        yield batch
        batch = []
      }
    }
    if (batch.length > 0)
      yield batch
  }

  return {
    home: 'embedded',
    streams: names.filter(name => name.startsWith(STREAM)).map(name => name.slice(STREAM.length)),
    entries,
    trimmed: async stream => names.includes('trimmed') ? root.openDB<EntryId, string>('trimmed', { encoding: 'string' }).get(stream, { transaction }) : undefined,
    async* checkpoints() {
      if (!names.includes('checkpoints'))
        return
      const bodies = root.openDB<Uint8Array, string>('checkpoint-bodies', { encoding: 'binary' })
      for (const { key, value } of root.openDB<Omit<Checkpoint, 'body'>, string>('checkpoints', { encoding: 'json' }).getRange({ transaction })) {
        const body = bodies.get(key, { transaction })
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
