import type { Database, RootDatabase } from 'lmdb'
import type { EntryId } from '../../../shared/words/entryId.ts'
import type { EmbeddedOptions } from './EmbeddedOptions.ts'
import { IDENTITY_WINDOW_MS } from '../identityOf.ts'

const PRUNED_AT_ONCE = 64

/** Which identities were appended in the last seven days, and as which entry. All methods but `find` inside a transaction only. */
export class IdentityStore {
  readonly #entryOf: Database<EntryId, string>
  /** With the entry that it named then (`true` in older logs): what has been taken over by a later entry is not forgotten with the first. */
  readonly #byAge: Database<EntryId | true, [at: number, identity: string]>
  /** How late it may be by the time that has passed since the log was opened (L43). */
  readonly #latest: () => number

  constructor(root: RootDatabase, { now, monotonic }: EmbeddedOptions['clock']) {
    const opened = monotonic && now() - monotonic()
    this.#latest = () => monotonic && opened !== undefined ? opened + monotonic() : Infinity
    this.#entryOf = root.openDB<EntryId, string>('identities', { encoding: 'string' })
    this.#byAge = root.openDB<EntryId | true, [number, string]>('identities-by-age', {})
  }

  find(identity: string): EntryId | undefined {
    return this.#entryOf.get(identity)
  }

  remember(identity: string, entry: EntryId, now: number): void {
    void this.#entryOf.put(identity, entry)
    void this.#byAge.put([now, identity], entry)
  }

  /** Forgets some of what is older than the window at `now`; called with every append, so it keeps up at any rate. */
  prune(now: number): void {
    const end = Math.min(now, this.#latest())
    for (const { key, value } of [...this.#byAge.getRange({ end: [end - IDENTITY_WINDOW_MS, ''], limit: PRUNED_AT_ONCE })]) {
      void this.#byAge.remove(key)
      if (value === true || value === this.#entryOf.get(key[1]))
        void this.#entryOf.remove(key[1])
    }
  }
}
