import type { EntryId } from '../../../shared/words/entryId.ts'
import type { Checkpoint, Entry } from '../EventLog.ts'

/** A log as it stood at one moment, while it may go on being written. */
export interface BackupSource extends AsyncDisposable {
  readonly home: 'redis' | 'embedded'
  readonly streams: readonly string[]
  entries: (stream: string) => AsyncIterable<Entry[]>
  /** The mark of the trim, asked after the entries were read. */
  trimmed: (stream: string) => Promise<EntryId | undefined>
  checkpoints: () => AsyncIterable<Checkpoint>
  secret: (name: string) => Promise<Uint8Array | undefined>
}
