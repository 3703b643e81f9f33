/**
 * The log did not answer: it cannot be reached, refuses to write, or was cut off before its answer came.
 * An append that ends so may or may not have happened; appending it again under the same `source` and `id` is safe.
 * Callers that retry pause in between.
 */
export class LogUnavailableError extends Error {
  override readonly name: string = 'LogUnavailableError'
}
