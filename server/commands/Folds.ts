import type { EntryId } from '../../shared/words/entryId.ts'
import type { StreamName } from '../../shared/words/stream.ts'
import type { Clock } from '../clock.ts'
import type { Projection } from '../projection/Projection.ts'
import { compareEntryIds } from '../../shared/words/entryId.ts'

/** Waits until the projection has folded an entry of one stream. */
export class Folds {
  private readonly waiting = new Set<() => void>()

  constructor(private readonly projection: Projection, private readonly clock: Clock, private readonly stream: StreamName = 'incident') {
    const look = () => this.waiting.forEach(check => check())
    projection.listen({ taken: look, restarted: look })
  }

  /** Resolves once `entry` is folded, or after `limitMs`; says whether it is. */
  until(entry: EntryId, limitMs: number): Promise<boolean> {
    if (this.isFolded(entry))
      return Promise.resolve(true)
    return new Promise((resolve) => {
      const end = (folded: boolean) => {
        cancel()
        this.waiting.delete(check)
        resolve(folded)
      }
      const check = () => this.isFolded(entry) && end(true)
      const cancel = this.clock.after(limitMs, () => end(false))
      this.waiting.add(check)
    })
  }

  private isFolded(entry: EntryId): boolean {
    return compareEntryIds(this.projection.position.last[this.stream], entry) >= 0
  }
}
