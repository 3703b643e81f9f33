import type { Database, RootDatabase } from 'lmdb'
import type { EntryId } from '../../../shared/words/entryId.ts'
import type { EpochMs } from '../../../shared/words/time.ts'
import type { DirectoryLock } from './DirectoryLock.ts'
import type { EmbeddedOptions } from './EmbeddedOptions.ts'
import type { Append, Appended, Checkpoint, Durability, Entry, EventLog, Fence, Fenced, FencedAppend, GuardedAppend, Lease, Stale, Stands } from '../EventLog.ts'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { checkStream } from '../checkAppend.ts'
import { identityOf } from '../identityOf.ts'
import { LogUnavailableError } from '../LogUnavailableError.ts'
import { LogWentBackError } from '../LogWentBackError.ts'
import { CheckpointStore } from './CheckpointStore.ts'
import { commit, toRefused } from './commit.ts'
import { EntryWriter } from './EntryWriter.ts'
import { FieldsCodec } from './FieldsCodec.ts'
import { IdentityStore } from './IdentityStore.ts'
import { isNew } from './isNew.ts'
import { LeaseStore } from './LeaseStore.ts'
import { lockDirectory } from './lockDirectory.ts'
import { districtOf, keepDistrict } from './mark/keptDistrict.ts'
import { Marks } from './mark/Marks.ts'
import { MOST_STREAMS } from './mostStreams.ts'
import { openRoot } from './openRoot.ts'
import { positionFrom } from './position.ts'
import { refuseOther } from './refuseOther.ts'
import { SecretFiles } from './SecretFiles.ts'
import { StreamStore } from './StreamStore.ts'
import { damageWords } from './walk/damageWords.ts'
import { runWalk } from './walk/runWalk.ts'
import { WakeUp } from './WakeUp.ts'

/**
 * The log of one process on its own disk, in LMDB. `durable` is answered after the transaction was flushed to the disk,
 * `kill-not-power` and `accepted` after it was committed: readers see it and it outlives the process, but not a power cut.
 */
export class EmbeddedEventLog implements EventLog {
  readonly home = 'embedded'
  /** Wherever DATA_DIR has been moved to. */
  readonly address = 'embedded'
  readonly offers = 'durable'
  readonly unfit = undefined
  readonly description: string
  readonly #now: () => EpochMs
  readonly #randomId: () => string
  readonly #lock: DirectoryLock
  readonly #root: RootDatabase
  readonly #codec: FieldsCodec
  readonly #identities: IdentityStore
  readonly #checkpoints: CheckpointStore
  readonly #leases: LeaseStore
  readonly #secrets: SecretFiles
  readonly #words: Database<string, string>
  readonly #heads: Database<number, string>
  readonly #marks: Database<EntryId, string>
  readonly #outside: Marks
  readonly #writer: EntryWriter
  readonly #streams = new Map<string, StreamStore>()
  readonly #wakeUp = new WakeUp()
  #turn = 0
  #closed = false

  /**
   * Opens, or makes, the log in `dataDir`/log, after a process of its own has walked through all that it holds: a damaged file ends that process, not this one.
   * @throws LogUnavailableError if it is damaged, another district's, in use, or cannot be written
   */
  static async open(options: EmbeddedOptions): Promise<EmbeddedEventLog> {
    const path = join(options.dataDir, 'log')
    const lock = lockDirectory(path)
    try {
      refuseOther(path, options.districtCode, districtOf(join(path, 'marks')))
      const report = isNew(path) ? undefined : await runWalk(path, true)
      const damage = report && damageWords(path, report)
      if (damage !== undefined)
        throw new LogUnavailableError(damage)
      return new EmbeddedEventLog(options, lock, report?.takenOver && report.streams.some(({ read }) => read > 0)
        ? '; nothing stood beside it yet to compare its content with: it was taken over as it is, and is marked from now on'
        : '')
    }
    catch (error) {
      lock[Symbol.dispose]()
      throw error
    }
  }

  /**
   * Opens, or makes, the log in `dataDir`/log without looking at what it holds.
   * @throws LogUnavailableError if the directory is in use or cannot be written
   */
  constructor(options: EmbeddedOptions, lock?: DirectoryLock, words = '') {
    const path = join(options.dataDir, 'log')
    this.description = `embedded, in ${path}${words}`
    this.#now = () => options.clock.now()
    this.#randomId = options.randomId ?? randomUUID
    this.#lock = lock ?? lockDirectory(path)
    this.#root = openRoot(path, this.#lock)
    this.#outside = new Marks(join(path, 'marks'), () => this.#root.flushed)
    this.#codec = new FieldsCodec(this.#root.openDB<readonly string[], number>('shapes', { encoding: 'json' }))
    this.#identities = new IdentityStore(this.#root, options.clock)
    this.#checkpoints = new CheckpointStore(this.#root)
    this.#leases = new LeaseStore(this.#root)
    this.#secrets = new SecretFiles(join(options.dataDir, 'secrets'))
    this.#words = this.#root.openDB<string, string>('words', { encoding: 'string' })
    this.#heads = this.#root.openDB<number, string>('heads', {})
    this.#marks = this.#root.openDB<EntryId, string>('trimmed', { encoding: 'string' })
    this.#writer = new EntryWriter({
      root: this.#root,
      codec: this.#codec,
      identities: this.#identities,
      marks: this.#outside,
      wakeUp: this.#wakeUp,
      now: this.#now,
      store: stream => this.#store(stream),
    })
    this.#keepDistrict(path, options.districtCode)
  }

  async append(entries: readonly Append[], reach: Durability = 'durable'): Promise<Appended[]> {
    return this.#opened().#writer.append(entries, reach)
  }

  async appendGuarded(append: GuardedAppend, reach: Durability = 'durable'): Promise<Appended[] | Stale> {
    const answer = await this.#opened().#writer.appendIf(append, () => true, reach)
    if (!Array.isArray(answer) && answer.outcome === 'fenced')
      throw new Error('fenced without a fence')
    return answer
  }

  async appendFenced(append: FencedAppend, fence: Fence, reach: Durability = 'durable'): Promise<Appended[] | Stale | Fenced> {
    return this.#opened().#writer.appendIf(append, this.#held(fence), reach)
  }

  async entryOf(source: string, id: string): Promise<EntryId | undefined> {
    return this.#opened().#identities.find(identityOf({ source, id })!)
  }

  async read(after: Readonly<Record<string, EntryId>>, options: { limit: number, blockMs: number, signal?: AbortSignal, stands?: Stands }): Promise<Entry[]> {
    const { limit, blockMs, signal, stands = {} } = options
    const deadline = performance.now() + blockMs
    // A reader that catches up never waits for anything: let the process serve others between its batches.
    await setImmediate()
    for (;;) {
      if (signal?.aborted || this.#closed)
        return []
      const found = this.#collect(after, limit)
      const gone = this.#findGone(after, stands)
      if (gone !== undefined)
        throw new LogWentBackError(gone, after[gone]!)
      const left = deadline - performance.now()
      if (found.length > 0 || left <= 0)
        return found
      await this.#wakeUp.next(left, signal)
    }
  }

  async holds(at: Readonly<Record<string, EntryId>>, stands: Stands): Promise<boolean> {
    return this.#opened().#findGone(at, stands) === undefined
  }

  async range(stream: string, from: EntryId, to: EntryId, limit: number): Promise<Entry[]> {
    // Who reads much never waits for anything: let the process serve others between its batches.
    if (limit > 100)
      await setImmediate()
    return this.#opened().#store(stream).range(from, to, limit)
  }

  async sizes(stream: string, after: EntryId, limit: number): Promise<{ id: EntryId, bytes: number }[]> {
    const found: Entry[] = []
    this.#opened().#store(stream).after(after, limit, found)
    return found.map(({ id, fields }) => ({ id, bytes: Object.entries(fields).reduce((sum, [name, text]) => sum + Buffer.byteLength(name) + Buffer.byteLength(text), 0) }))
  }

  async bounds(stream: string): Promise<{ first: EntryId, last: EntryId } | undefined> {
    return this.#opened().#store(stream).bounds()
  }

  async streams(): Promise<string[]> {
    const names = this.#opened().#heads.getKeys()
    return [...names].filter(stream => this.#store(stream).bounds() !== undefined)
  }

  async importEntries(stream: string, entries: readonly Entry[]): Promise<{ renamed: number }> {
    return this.#opened().#writer.importEntries(stream, entries)
  }

  async trim(stream: string, before: EntryId, fence: Fence): Promise<number | Fenced> {
    const store = this.#opened().#store(stream)
    const mayWrite = this.#held(fence)
    if (!mayWrite())
      return { outcome: 'fenced' }
    await this.#outside.cut(stream, positionFrom(before), (from, to) => store.texts(from, to))
    return await store.trim(before, mayWrite) ?? { outcome: 'fenced' }
  }

  async trimmed(stream: string): Promise<EntryId | undefined> {
    return this.#opened().#store(stream).trimmed
  }

  async epoch(): Promise<string> {
    return this.#opened().#words.get('epoch') ?? this.#startEpoch(undefined)
  }

  async renewEpoch(seen: string): Promise<string> {
    return this.#opened().#startEpoch(seen)
  }

  async putCheckpoint(checkpoint: Checkpoint, keep: number, fence: Fence): Promise<{ outcome: 'kept' } | Fenced> {
    const kept = await this.#opened().#checkpoints.put(checkpoint, keep, this.#held(fence))
    await this.#root.flushed
    return { outcome: kept ? 'kept' : 'fenced' }
  }

  async listCheckpoints(): Promise<Omit<Checkpoint, 'body'>[]> {
    return this.#opened().#checkpoints.list()
  }

  async getCheckpoint(name: string): Promise<Checkpoint | undefined> {
    return this.#opened().#checkpoints.get(name)
  }

  async secret(name: string, keep?: Uint8Array): Promise<Uint8Array> {
    return this.#opened().#secrets.get(name, keep, this.#now())
  }

  async acquireLease(name: string, holder: string, ttlMs: number): Promise<Lease | undefined> {
    return this.#opened().#leases.acquire(name, holder, ttlMs, this.#now())
  }

  async releaseLease(name: string, holder: string): Promise<void> {
    await this.#opened().#leases.release(name, holder)
  }

  async time(): Promise<EpochMs> {
    return this.#opened().#now()
  }

  async ping(): Promise<number> {
    const start = performance.now()
    this.#opened().#words.get('epoch')
    return performance.now() - start
  }

  async probe(): Promise<void> {
    const words = this.#opened().#words
    await commit(words, () => void words.put('probe', String(this.#now())))
    await this.#root.flushed
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#closed)
      return
    this.#closed = true
    this.#wakeUp.call()
    await this.#outside.end()
    await this.#root.close()
    this.#lock[Symbol.dispose]()
  }

  /** Whether a lease is held under the fence's token; to be asked inside the transaction that rests on it. */
  #held({ lease, token }: Fence): () => boolean {
    return () => this.#leases.isHeld(lease, token, this.#now())
  }

  /** A stream whose entry does not stand as it was read. */
  #findGone(at: Readonly<Record<string, EntryId>>, stands: Stands): string | undefined {
    return Object.keys(stands).find(stream => !this.#store(stream).holds(at[stream]!, stands[stream]!))
  }

  /** An equal share for each stream; who comes first moves on with each call, so that a busy stream never hides another. */
  #collect(after: Readonly<Record<string, EntryId>>, limit: number): Entry[] {
    const streams = Object.keys(after)
    const share = Math.max(1, Math.floor(limit / streams.length))
    const found: Entry[] = []
    this.#turn++
    for (let i = 0; i < streams.length; i++) {
      const stream = streams[(i + this.#turn) % streams.length]!
      this.#store(stream).after(after[stream]!, Math.min(share, limit - found.length), found)
    }
    return found
  }

  #store(stream: string): StreamStore {
    let store = this.#opened().#streams.get(stream)
    if (!store) {
      checkStream(stream)
      if (this.#streams.size >= MOST_STREAMS)
        throw new RangeError(`more than ${MOST_STREAMS} streams in one log`)
      store = new StreamStore(stream, this.#root, { heads: this.#heads, marks: this.#marks }, this.#codec)
      this.#streams.set(stream, store)
    }
    return store
  }

  async #startEpoch(seen: string | undefined): Promise<string> {
    const epoch = await commit(this.#words, () => {
      const current = this.#words.get('epoch')
      if (current !== seen)
        return current
      const fresh = this.#randomId()
      void this.#words.put('epoch', fresh)
      return fresh
    })
    await this.#root.flushed
    return epoch ?? this.#startEpoch(undefined)
  }

  /** In the file and beside it, so that either can be gone. */
  #keepDistrict(path: string, code: string | undefined): void {
    const kept = this.#words.get('district')
    if (code === undefined)
      return
    try {
      refuseOther(path, code, kept)
      if (kept === undefined)
        this.#words.putSync('district', code)
      if (districtOf(join(path, 'marks')) === undefined)
        keepDistrict(join(path, 'marks'), code)
    }
    catch (error) {
      void this.#root.close()
      this.#lock[Symbol.dispose]()
      throw error instanceof LogUnavailableError ? error : toRefused(error)
    }
  }

  #opened(): this {
    if (this.#closed)
      throw new LogUnavailableError('The embedded log is closed.')
    return this
  }
}
