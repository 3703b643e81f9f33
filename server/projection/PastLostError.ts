import type { EpochMs } from '../../shared/words/time/time.ts'
import type { Gap } from '../log/archivePlan.ts'

/** A moment that cannot be rebuilt: entries of it are neither in the log nor in the archive here (L45). */
export class PastLostError extends Error {
  /** @param earliest the first moment that can be folded again, as far as is known */
  constructor(readonly gap: Gap, readonly earliest: EpochMs | undefined) {
    super(`Entries of ${gap.stream} from ${gap.from} to before ${gap.to} are neither in the log nor in the archive here.`)
    this.name = 'PastLostError'
  }
}
