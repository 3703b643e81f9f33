/** An error as GeoReport v2 answers it: `code` is the HTTP status, `description` says the fix. */
export interface Open311Error {
  code: number
  description: string
}
