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
  /** Leases of an earlier process: nobody holds them. Kept here, for a log on a full disk must open without being written to. */
  readonly #before: Set<string>

  constructor(root: RootDatabase) {
    this.#leases = root.openDB<Held, string>('leases', { encoding: 'json' })
    this.#before = new Set([...this.#leases.getRange()].map(({ key }) => key))
  }

  acquire(name: string, holder: string, ttlMs: number, now: number): Promise<Lease | undefined> {
    const wasBefore = this.#before.has(name)
    const taken = commit(this.#leases, () => {
      const held = this.#leases.get(name)
      const free = !held || held.holder === '' || held.until <= now || this.#before.has(name)
      if (!free && held.holder !== holder)
        return undefined
      const token = free ? (held?.token ?? 0) + 1 : held.token
      const until = now + ttlMs
      void this.#leases.put(name, { holder, token, until })
      this.#before.delete(name)
      return { token, until }
    })
    return taken.catch((error: unknown) => {
      if (wasBefore)
        this.#before.add(name)
      throw error
    })
  }

  /** Whether a lease is held under `token`; also inside a transaction. */
  isHeld(name: string, token: number, now: number): boolean {
    const held = this.#leases.get(name)
    return held !== undefined && !this.#before.has(name) && held.holder !== '' && held.token === token && held.until > now
  }

  async release(name: string, holder: string): Promise<void> {
    await commit(this.#leases, () => {
      const held = this.#leases.get(name)
      if (held?.holder === holder && !this.#before.has(name))
        void this.#leases.put(name, { ...held, holder: '' })
    })
  }
}
