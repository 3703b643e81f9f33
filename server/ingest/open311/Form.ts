/** A file of a form: its bytes, or that it is larger than what is taken. */
export type FormFile = Buffer | 'too-large'

export type Fields = ReadonlyMap<string, string>

/** A form as it was sent, bounded in fields and sizes. */
export interface Form {
  /** Of a name that stands twice the first counts. */
  fields: Fields
  files: readonly FormFile[]
}
