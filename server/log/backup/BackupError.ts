/** A backup cannot be made or restored. Its message is one sentence that says the fix. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}
