import type { Timers } from './Timers.ts'

/** What a page asks its machine for beside the screen: time, chance, and ids that nobody else has. */
export interface Machine extends Timers {
  /** 0–1, spreads what many pages would do at one moment. */
  chance: () => number
  /** 32 hexadecimal digits. */
  freshId: () => string
}
