import type { EntryId } from '../../shared/words/entryId.ts'
import type { EntryHash } from './entryHash.ts'
import type { Standing } from './standing.ts'
import type { EpochMs } from '../../shared/words/time/time.ts'

/** Fields of an entry exactly as they stand in the log: names and texts, as `XADD` writes them. */
export type Fields = Readonly<Record<string, string>>

/** An entry of one stream. `stream` is the short name (`incident`), not the key in Redis. */
export interface Entry {
  stream: string
  id: EntryId
  fields: Fields
  /** Bytes of one that is too large to be read; its fields are then left out. */
  tooLarge?: number
}

/**
 * What has been reached when an append answers, weakest first: `accepted`, the log's home has it; `kill-not-power`, the death of its process does not
 * lose it, a power cut may; `durable`, it is flushed to the disk; `replicated`, every replica that follows has it too.
 */
export type Durability = 'accepted' | 'kill-not-power' | 'durable' | 'replicated'

/** The entry that stands at a position, by stream; what nothing was read of yet has none. */
export type Stands = Readonly<Record<string, Standing>>

export interface Appended {
  outcome: 'appended' | 'duplicate'
  id: EntryId
  reached: Durability
}

/** Lost against another: `by` is the entry about the same subject that was there first. */
export interface Stale {
  outcome: 'stale'
  by: EntryId
}

export interface Append {
  stream: string
  fields: Fields
  /** The entry that its identity may still name without this one being a duplicate: that one had no effect. From then on the identity names this one. */
  instead?: EntryId
}

export interface GuardedAppend {
  /** All of them are appended, in order, or none. */
  entries: readonly Append[]
  /**
   * Stale if the stream holds any entry about `subject`, or about `also`, after `after`, whoever wrote it. What lies behind `after` is searched:
   * whoever has folded further than the subject's last entry says the last id folded. `stands` is the hash of the entry at `after`: where that
   * does not stand any more nothing is appended, and LogWentBackError says so.
   */
  guard: { stream: string; subject: string; also?: string; after: EntryId; stands?: EntryHash }
}

/** The lease under which a writer believes to act, by the token that it was given. */
export interface Fence {
  lease: string
  token: number
}

/** The lease is another's by now, was released or has run out: nothing was appended. */
export interface Fenced {
  outcome: 'fenced'
}

/** Appended under a fence; without a guard each entry goes in for itself, in order, and a lease that is lost midway keeps out the rest. */
export interface FencedAppend {
  entries: GuardedAppend['entries']
  guard?: GuardedAppend['guard'] | undefined
}

/** A lease on a task of which only one server may do it; `token` grows with each holder, so that a late writer can be told. */
export interface Lease {
  token: number
  /** Epoch milliseconds of the log's clock. */
  until: number
}

export interface Checkpoint {
  name: string
  /** Cursor as text; opaque to the log. */
  cursor: string
  at: number
  /** Hashes of the entries at the cursor. */
  stands?: Readonly<Record<string, EntryHash>>
  body: Uint8Array
}

/**
 * The log of one district, whatever its home. Law: what was answered as appended is read by every later reader.
 * Any method rejects with LogUnavailableError while the log cannot be reached.
 */
export interface EventLog extends AsyncDisposable {
  readonly home: 'redis' | 'embedded'
  /** Where this log lives, without secrets: the same text each time it is opened there. */
  readonly address: string
  /** Words for people: where this log lives, without secrets. */
  readonly description: string
  /** The highest durability that this home offers now; it may change while the log is open. */
  readonly offers: Durability
  /** Why this home may not keep what it holds, in words for people, as looked at while it is open; undefined where it keeps all. */
  readonly unfit: string | undefined

  /** Appends, in order; asks for `durable` unless told otherwise. The same `source` + `id` in the fields within the de-duplication window (7 days) appends once and answers the first entry's id, unless `instead` names that entry. */
  append: (entries: readonly Append[], reach?: Durability) => Promise<Appended[]>
  appendGuarded: (append: GuardedAppend, reach?: Durability) => Promise<Appended[] | Stale>
  /** An append that goes through only while the lease is held under that token, looked at in the same step; so a holder that slept cannot write. */
  appendFenced: (append: FencedAppend, fence: Fence, reach?: Durability) => Promise<Appended[] | Stale | Fenced>

  /** The entry that was appended under `source` and `id` within the de-duplication window, if any. */
  entryOf: (source: string, id: string) => Promise<EntryId | undefined>

  /**
   * Entries after a position in each stream, oldest first within a stream, at most `limit` over all.
   * Waits up to `blockMs` if there is none yet, then answers an empty list. Aborting answers an empty list at once.
   * Then, and after having waited too, it proves that the entry at each position of `stands` is there with that content, or lies before the mark of
   * the trim, and rejects with LogWentBackError if not. A position of which nothing was seen is not looked at.
   * A home at the other end of a line rejects with BatchTooLargeError as soon as more than about `mostBytes` have come.
   */
  read: (after: Readonly<Record<string, EntryId>>, options: { limit: number; blockMs: number; signal?: AbortSignal; stands?: Stands; mostBytes?: number }) => Promise<Entry[]>
  /** Whether the log still holds those entries, by content, or has trimmed them: the proof of `read` alone. */
  holds: (at: Readonly<Record<string, EntryId>>, stands: Stands) => Promise<boolean>
  /**
   * Entries of one stream from `from` to `to`, both included; fewer than `limit`, but one at least, where they take more than about `mostBytes`
   * (16 MiB unless told otherwise). One of more than 1 MiB comes as `tooLarge`, without its fields. With `Infinity` all come, whole.
   */
  range: (stream: string, from: EntryId, to: EntryId, limit: number, mostBytes?: number) => Promise<Entry[]>
  /** First and last entry id of a stream, or undefined if it holds none. */
  bounds: (stream: string) => Promise<{ first: EntryId; last: EntryId } | undefined>
  /** Names of the streams that hold entries, in order. */
  streams: () => Promise<string[]>
  /**
   * Appends entries of another log under their own ids, in order, with their identities as far as these are still within the window; for a log
   * that nobody serves. An id that this home cannot hold (more than 2,048 in one millisecond, embedded) becomes the next one that it can; answers how many did.
   */
  importEntries: (stream: string, entries: readonly Entry[]) => Promise<{ renamed: number }>
  /** Removes entries before `before`, and sets the mark of the trim there, while the lease is held; answers how many. */
  trim: (stream: string, before: EntryId, fence: Fence) => Promise<number | Fenced>
  /** Everything before this id has been trimmed, by the mark that stands in the log itself; undefined if nothing ever was. */
  trimmed: (stream: string) => Promise<EntryId | undefined>

  /** Random id of the log's history; new after a restore or when it went backwards. */
  epoch: () => Promise<string>
  /** Starts a new epoch if the current one is still `seen`; answers the epoch now in force. */
  renewEpoch: (seen: string) => Promise<string>

  /** Keeps a checkpoint while the lease is held. Of its kind, which is what a name has before its last dot, the newest `keep` stay; of at most six kinds, those with the newest. */
  putCheckpoint: (checkpoint: Checkpoint, keep: number, fence: Fence) => Promise<{ outcome: 'kept' } | Fenced>
  /** Newest first, without bodies. */
  listCheckpoints: () => Promise<Omit<Checkpoint, 'body'>[]>
  getCheckpoint: (name: string) => Promise<Checkpoint | undefined>

  /**
   * The secret of a name: bytes that are made once, at random, are the same for every server of this log, and stand beside the log, in none of its
   * streams. Text of the form `<epoch ms of its making>.<43 characters of base64url>`.
   * `keep` is what becomes of it where there is none: that of a copy which is restored, or of servers that outlived their log.
   */
  secret: (name: string, keep?: Uint8Array) => Promise<Uint8Array>

  /** Takes or renews a lease for `ttlMs`; undefined while another holds it. */
  acquireLease: (name: string, holder: string, ttlMs: number) => Promise<Lease | undefined>
  releaseLease: (name: string, holder: string) => Promise<void>

  /** The log's own clock, epoch ms: the one that entry ids and leases go by. Embedded it is this machine's. */
  time: () => Promise<EpochMs>

  /** Milliseconds for one round trip; rejects if the log cannot be reached. */
  ping: () => Promise<number>
  /** A small write of its own that leaves nothing growing; rejects if the log refuses writes now. Resolves once it reached what `durable` means here. */
  probe: () => Promise<void>
}
