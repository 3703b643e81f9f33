/** A part of a whole; `share` is 0–1, undefined where there is no whole (I2). */
export interface Share {
  part: number
  whole: number
  share: number | undefined
}

/** The last 24 hours and the 24 hours before them. */
export interface ShareAgainstBefore {
  now: Share
  before: Share
}

export function shareOf(part: number, whole: number): Share {
  return { part, whole, share: whole > 0 ? part / whole : undefined }
}
