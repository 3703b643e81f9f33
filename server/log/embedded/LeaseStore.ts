import type { Database, RootDatabase } from 'lmdb'
import type { Lease } from '../EventLog.ts'
import { commit } from './commit.ts'

interface Held extends Lease {
  /** Empty after a release. */
  holder: string
}

/** Leases of the one process that has the log open; they end with it, their tokens go on. */
export class LeaseStore {
  readonly #leases: Database<Held, string>

  constructor(root: RootDatabase) {
    this.#leases = root.openDB<Held, string>('leases', { encoding: 'json' })
    for (const { key, value } of [...this.#leases.getRange()])
      this.#leases.putSync(key, { ...value, holder: '' })
  }

  acquire(name: string, holder: string, ttlMs: number, now: number): Promise<Lease | undefined> {
    return commit(this.#leases, () => {
      const held = this.#leases.get(name)
      const free = !held || held.holder === '' || held.until <= now
      if (!free && held.holder !== holder)
        return undefined
      const token = free ? (held?.token ?? 0) + 1 : held.token
      const until = now + ttlMs
      void this.#leases.put(name, { holder, token, until })
      return { token, until }
    })
  }

  /** Whether a lease is held under `token`; also inside a transaction. */
  isHeld(name: string, token: number, now: number): boolean {
    const held = this.#leases.get(name)
    return held !== undefined && held.holder !== '' && held.token === token && held.until > now
  }

  async release(name: string, holder: string): Promise<void> {
    await commit(this.#leases, () => {
      const held = this.#leases.get(name)
      if (held?.holder === holder)
        void this.#leases.put(name, { ...held, holder: '' })
    })
  }
}
