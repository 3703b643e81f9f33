/** A master of which one replica can be made to lag, and which then loses its master and is promoted. */
export interface LaggingPair extends AsyncDisposable {
  readonly url: string
  /** From now on the replica that will be promoted gets nothing. */
  lag: () => Promise<void>
  /** kill -9; the replica that lagged wakes and is promoted. */
  killMaster: () => Promise<void>
}
