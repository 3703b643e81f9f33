/** A resource could not be got; whoever asked tries again after a back-off. */
export class FetchFailedError extends Error {
  override readonly name = 'FetchFailedError'
}
