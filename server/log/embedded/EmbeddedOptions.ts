import type { EpochMs } from '../../../shared/words/time.ts'

export interface EmbeddedOptions {
  dataDir: string
  /** Gives the milliseconds in entry ids. */
  clock: { now: () => EpochMs }
  /** Whose log it is; another's is refused. */
  districtCode?: string
  randomId?: () => string
}
