import type { Database, RootDatabase } from 'lmdb'
import type { Checkpoint } from '../EventLog.ts'
import { commit } from './commit.ts'
import { surplus } from './surplus.ts'

type Head = Omit<Checkpoint, 'body'>

/** Checkpoints with their bodies apart, so that listing reads no body. */
export class CheckpointStore {
  readonly #heads: Database<Head, string>
  readonly #bodies: Database<Uint8Array, string>

  constructor(root: RootDatabase) {
    this.#heads = root.openDB<Head, string>('checkpoints', { encoding: 'json' })
    this.#bodies = root.openDB<Uint8Array, string>('checkpoint-bodies', { encoding: 'binary' })
  }

  /** False where `mayWrite`, asked inside the transaction, says so; nothing is kept then. */
  async put({ body, ...head }: Checkpoint, keep: number, mayWrite: () => boolean): Promise<boolean> {
    return commit(this.#heads, () => {
      if (!mayWrite())
        return false
      void this.#heads.put(head.name, head)
      void this.#bodies.put(head.name, body)
      for (const name of surplus(this.list().map(({ name }) => name), head.name, keep)) {
        void this.#heads.remove(name)
        void this.#bodies.remove(name)
      }
      return true
    })
  }

  list(): Head[] {
    return [...this.#heads.getRange().map(({ value }) => value)]
      .sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))
  }

  get(name: string): Checkpoint | undefined {
    const head = this.#heads.get(name)
    const body = this.#bodies.get(name)
    return head && body ? { ...head, body } : undefined
  }
}
