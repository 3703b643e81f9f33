/** How each field of a record counts in a digest: as a number, or as several. */
type Fields<T> = { readonly [F in keyof T]-?: (value: T[F]) => number | readonly number[] }

/** Makes, once for a kind of record, what of it a digest mixes: every field, in this order. One that is added to the record does not compile until it stands here. */
export function partsOf<T>(fields: Fields<T>): (record: T) => number[] {
  const all = Object.entries(fields) as [keyof T, (value: unknown) => number | readonly number[]][]
  return record => all.flatMap(([field, part]) => part(record[field]))
}
