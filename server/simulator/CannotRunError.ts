/** The simulator cannot go on; the message is one sentence with the fix, for the person who started it. */
export class CannotRunError extends Error {
  override readonly name = 'CannotRunError'
}
