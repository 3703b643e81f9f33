import type { EpochMs } from '../../../shared/words/time/time.ts'

export interface EmbeddedOptions {
  dataDir: string
  /** Gives the milliseconds in entry ids. With a monotonic clock, too, identities are not forgotten because the other one jumps ahead. */
  clock: { now: () => EpochMs, monotonic?: () => number }
  /** Whose log it is; another's is refused. */
  districtCode?: string
  randomId?: () => string
}
