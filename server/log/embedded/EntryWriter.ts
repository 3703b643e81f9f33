import type { RootDatabase } from 'lmdb'
import type { EpochMs } from '../../../shared/words/time/time.ts'
import type { Append, Appended, Durability, Entry, Fenced, FencedAppend, Stale } from '../EventLog.ts'
import type { FieldsCodec } from './FieldsCodec.ts'
import type { IdentityStore } from './IdentityStore.ts'
import type { Marks } from './mark/Marks.ts'
import type { Placed, Prepared } from './Prepared.ts'
import type { StreamStore } from './StreamStore.ts'
import type { WakeUp } from './WakeUp.ts'
import { entryMs, FIRST_ENTRY } from '../../../shared/words/entryId.ts'
import { checkAppend } from '../checkAppend.ts'
import { identityOf, IDENTITY_WINDOW_MS } from '../identityOf.ts'
import { LogWentBackError } from '../LogWentBackError.ts'
import { commit } from './commit.ts'
import { positionFrom, positionUpTo } from './position.ts'

interface Parts {
  root: RootDatabase
  codec: FieldsCodec
  identities: IdentityStore
  marks: Marks
  wakeUp: WakeUp
  now: () => EpochMs
  store: (stream: string) => StreamStore
}

/** Writes entries: prepared before the transaction, judged and placed inside it, noted in the mark and told to readers behind it. */
export class EntryWriter {
  constructor(private readonly parts: Parts) {}

  async append(entries: readonly Append[], reach: Durability): Promise<Appended[]> {
    const prepared = entries.map(entry => this.prepare(entry))
    return prepared.length === 0 ? [] : this.write(reach, placed => this.place(prepared, reach, placed))
  }

  /**
   * Appends under a guard, if there is one.
   * @param mayWrite asked inside the transaction; what is known already is answered all the same
   * @throws LogWentBackError if the entry that the guard has seen does not stand
   */
  async appendIf({ entries, guard }: FencedAppend, mayWrite: () => boolean, reach: Durability): Promise<Appended[] | Stale | Fenced> {
    const prepared = entries.map(entry => this.prepare(entry))
    const guarded = guard && this.parts.store(guard.stream)
    const subjects = new Set([guard?.subject, guard?.also].filter(subject => subject !== undefined))
    for (let after = guard?.after ?? FIRST_ENTRY; ;) {
      const answer = await this.write(reach, (placed) => {
        if (this.areKnown(prepared))
          return this.place(prepared, reach, placed)
        if (!mayWrite())
          return 'fenced'
        if (guard?.stands !== undefined && !guarded!.holds(guard.after, guard.stands))
          return 'gone'
        return guarded?.findAbout(subjects, after) ?? this.place(prepared, reach, placed)
      })
      if (Array.isArray(answer))
        return answer
      if (answer === 'fenced')
        return { outcome: answer }
      if (answer === 'gone')
        throw new LogWentBackError(guard!.stream, guard!.after)
      if ('found' in answer)
        return { outcome: 'stale', by: answer.found }
      after = answer.further
    }
  }

  /** Entries of another log under their own ids; answers how many needed another one. */
  async importEntries(stream: string, entries: readonly Entry[]): Promise<{ renamed: number }> {
    const { codec, identities, now, store } = this.parts
    const into = store(stream)
    const texts = entries.map(({ fields }) => codec.encode(fields))
    const renamed = await this.write('durable', (placed) => {
      const ids = entries.map(({ id }, i) => into.appendAt(texts[i]!, positionUpTo(id)))
      ids.forEach((id, i) => {
        placed.push({ stream, position: positionFrom(id), text: texts[i]! })
        const identity = identityOf(entries[i]!.fields)
        if (identity !== undefined && entryMs(id) > now() - IDENTITY_WINDOW_MS)
          identities.remember(identity, id, entryMs(id))
      })
      return ids.filter((id, i) => id !== entries[i]!.id).length
    })
    return { renamed }
  }

  private prepare(entry: Append): Prepared {
    checkAppend(entry)
    const { stream, fields, instead } = entry
    return { store: this.parts.store(stream), identity: identityOf(fields), text: this.parts.codec.encode(fields), instead }
  }

  private areKnown(prepared: readonly Prepared[]): boolean {
    return prepared.length > 0 && prepared.every(({ identity }) => identity !== undefined && this.parts.identities.find(identity) !== undefined)
  }

  /** Inside a transaction only. */
  private place(prepared: readonly Prepared[], reach: Durability, placed: Placed[]): Appended[] {
    const { identities } = this.parts
    const now = this.parts.now()
    const reached = reach === 'replicated' ? 'durable' : reach
    identities.prune(now)
    return prepared.map(({ store, identity, text, instead }) => {
      const earlier = identity === undefined ? undefined : identities.find(identity)
      if (earlier !== undefined && earlier !== instead)
        return { outcome: 'duplicate', id: earlier, reached }
      const id = store.append(text, now)
      placed.push({ stream: store.stream, position: positionFrom(id), text })
      if (identity !== undefined)
        identities.remember(identity, id, now)
      return { outcome: 'appended', id, reached }
    })
  }

  private async write<T>(reach: Durability, action: (placed: Placed[]) => T): Promise<T> {
    const { root, marks, wakeUp } = this.parts
    const placed: Placed[] = []
    const answer = await commit(root, () => action(placed))
    for (const { stream, position, text } of placed)
      marks.note(stream, position, text)
    root.resetReadTxn()
    wakeUp.call()
    if (reach === 'durable' || reach === 'replicated')
      await root.flushed
    return answer
  }
}
