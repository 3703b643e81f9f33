/** The link went, or its time ran out, before an answer came: what became of the message is not known. */
export class CutError extends Error {
  override readonly name = 'CutError'
}
