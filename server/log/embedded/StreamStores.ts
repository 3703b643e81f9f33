import type { RootDatabase } from 'lmdb'
import type { EntryId } from '../../../shared/words/entryId.ts'
import type { FieldsCodec } from './FieldsCodec.ts'
import { checkStream } from '../checkAppend.ts'
import { LogUnavailableError } from '../LogUnavailableError.ts'
import { MOST_STREAMS } from './mostStreams.ts'
import { StreamStore } from './StreamStore.ts'

/** The streams of a log, each opened when it is first asked for. */
export class StreamStores {
  closed = false
  private readonly stores = new Map<string, StreamStore>()
  private readonly heads
  private readonly marks

  constructor(private readonly root: RootDatabase, private readonly codec: FieldsCodec) {
    this.heads = root.openDB<number, string>('heads', {})
    this.marks = root.openDB<EntryId, string>('trimmed', { encoding: 'string' })
  }

  /** @throws LogUnavailableError once the log is closed */
  of(stream: string): StreamStore {
    if (this.closed)
      throw new LogUnavailableError('The embedded log is closed.')
    let store = this.stores.get(stream)
    if (!store) {
      checkStream(stream)
      if (this.stores.size >= MOST_STREAMS)
        throw new RangeError(`more than ${MOST_STREAMS} streams in one log`)
      store = new StreamStore(stream, this.root, { heads: this.heads, marks: this.marks }, this.codec)
      this.stores.set(stream, store)
    }
    return store
  }

  /** Names of those that hold entries, in order. */
  names(): string[] {
    return [...this.heads.getKeys()].filter(stream => this.of(stream).bounds() !== undefined)
  }
}
