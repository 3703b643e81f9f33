/** Ends what was begun; calling it again does nothing. */
export type Stop = () => void

/** The machine's time and its timers; tests bring their own. */
export interface Timers {
  /** Epoch ms by this machine's clock. */
  now: () => number
  /** Runs once, `ms` from now. */
  after: (ms: number, run: () => void) => Stop
}
