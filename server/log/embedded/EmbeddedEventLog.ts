import type { RootDatabase } from 'lmdb'
import type { EntryId } from '../../../shared/words/entryId.ts'
import type { EpochMs } from '../../../shared/words/time/time.ts'
import type { DirectoryLock } from './DirectoryLock.ts'
import type { EmbeddedOptions } from './EmbeddedOptions.ts'
import type { Append, Appended, Checkpoint, Durability, Entry, EventLog, Fence, Fenced, FencedAppend, GuardedAppend, Lease, Stale } from '../EventLog.ts'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { identityOf } from '../identityOf.ts'
import { LogUnavailableError } from '../LogUnavailableError.ts'
import { CheckpointStore } from './CheckpointStore.ts'
import { toRefused } from './commit.ts'
import { EntryReader } from './EntryReader.ts'
import { EntryWriter } from './EntryWriter.ts'
import { FieldsCodec } from './FieldsCodec.ts'
import { IdentityStore } from './IdentityStore.ts'
import { isNew } from './isNew.ts'
import { LeaseStore } from './LeaseStore.ts'
import { lockDirectory } from './lockDirectory.ts'
import { districtOf } from './mark/keptDistrict.ts'
import { Marks } from './mark/Marks.ts'
import { openRoot } from './openRoot.ts'
import { positionFrom } from './position.ts'
import { refuseOther } from './refuseOther.ts'
import { SecretFiles } from './SecretFiles.ts'
import { StreamStores } from './StreamStores.ts'
import { damageWords } from './walk/damageWords.ts'
import { runWalk } from './walk/runWalk.ts'
import { WakeUp } from './WakeUp.ts'
import { WordStore } from './WordStore.ts'

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
  readonly #lock: DirectoryLock
  readonly #root: RootDatabase
  readonly #identities: IdentityStore
  readonly #checkpoints: CheckpointStore
  readonly #leases: LeaseStore
  readonly #secrets: SecretFiles
  readonly #words: WordStore
  readonly #streams: StreamStores
  readonly #outside: Marks
  readonly #wakeUp = new WakeUp()
  readonly #reader: EntryReader
  readonly #writer: EntryWriter

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
    this.#lock = lock ?? lockDirectory(path)
    this.#root = openRoot(path, this.#lock)
    this.#outside = new Marks(join(path, 'marks'), () => this.#root.flushed)
    const codec = new FieldsCodec(this.#root.openDB<readonly string[], number>('shapes', { encoding: 'json' }))
    this.#identities = new IdentityStore(this.#root, options.clock)
    this.#checkpoints = new CheckpointStore(this.#root)
    this.#leases = new LeaseStore(this.#root)
    this.#secrets = new SecretFiles(join(options.dataDir, 'secrets'))
    this.#words = new WordStore(this.#root, options.randomId ?? randomUUID)
    this.#streams = new StreamStores(this.#root, codec)
    this.#reader = new EntryReader(this.#streams, this.#wakeUp)
    this.#writer = new EntryWriter({
      root: this.#root,
      codec,
      identities: this.#identities,
      marks: this.#outside,
      wakeUp: this.#wakeUp,
      now: this.#now,
      store: stream => this.#streams.of(stream),
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

  async read(...asked: Parameters<EventLog['read']>): Promise<Entry[]> {
    return this.#reader.read(...asked)
  }

  async holds(...asked: Parameters<EventLog['holds']>): Promise<boolean> {
    return this.#opened().#reader.holds(...asked)
  }

  async range(...asked: Parameters<EventLog['range']>): Promise<Entry[]> {
    return this.#opened().#reader.range(...asked)
  }

  async bounds(stream: string): Promise<{ first: EntryId, last: EntryId } | undefined> {
    return this.#opened().#reader.bounds(stream)
  }

  async streams(): Promise<string[]> {
    return this.#opened().#streams.names()
  }

  async importEntries(stream: string, entries: readonly Entry[]): Promise<{ renamed: number }> {
    return this.#opened().#writer.importEntries(stream, entries)
  }

  async trim(stream: string, before: EntryId, fence: Fence): Promise<number | Fenced> {
    const store = this.#opened().#streams.of(stream)
    const mayWrite = this.#held(fence)
    if (!mayWrite())
      return { outcome: 'fenced' }
    await this.#outside.cut(stream, positionFrom(before), (from, to) => store.texts(from, to))
    return await store.trim(before, mayWrite) ?? { outcome: 'fenced' }
  }

  async trimmed(stream: string): Promise<EntryId | undefined> {
    return this.#opened().#streams.of(stream).trimmed
  }

  async epoch(): Promise<string> {
    return this.#opened().#words.epoch()
  }

  async renewEpoch(seen: string): Promise<string> {
    return this.#opened().#words.renewEpoch(seen)
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
    return this.#opened().#words.ping()
  }

  async probe(): Promise<void> {
    await this.#opened().#words.probe(String(this.#now()))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#streams.closed)
      return
    this.#streams.closed = true
    this.#wakeUp.call()
    await this.#outside.end()
    await this.#root.close()
    this.#lock[Symbol.dispose]()
  }

  /** Whether a lease is held under the fence's token; to be asked inside the transaction that rests on it. */
  #held({ lease, token }: Fence): () => boolean {
    return () => this.#leases.isHeld(lease, token, this.#now())
  }

  #keepDistrict(path: string, code: string | undefined): void {
    try {
      this.#words.keepDistrict(path, code)
    }
    catch (error) {
      void this.#root.close()
      this.#lock[Symbol.dispose]()
      throw error instanceof LogUnavailableError ? error : toRefused(error)
    }
  }

  #opened(): this {
    if (this.#streams.closed)
      throw new LogUnavailableError('The embedded log is closed.')
    return this
  }
}
