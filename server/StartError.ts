/** The server cannot start. Its message is one sentence that says the fix. */
export class StartError extends Error {
  override readonly name = 'StartError'
}
