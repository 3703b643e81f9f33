/** How long something took, in buckets: upper ends in minutes; the last one is open. */
export const BUCKET_ENDS = [5, 15, 60, 240, 720, 1440, 4320] as const

export const BUCKETS = [0, 1, 2, 3, 4, 5, 6, 7] as const

export type Bucket = (typeof BUCKETS)[number]

const MOST_MINUTES = 525_600

/** How long something took between two moments (epoch ms): whole minutes, a year at most, and the bucket. */
export function tookMinutes(since: number, at: number): { minutes: number; bucket: Bucket } {
  const minutes = Math.min(MOST_MINUTES, Math.max(0, Math.floor((at - since) / 60_000)))
  const bucket = BUCKET_ENDS.findIndex(end => minutes < end)
  return { minutes, bucket: (bucket < 0 ? BUCKET_ENDS.length : bucket) as Bucket }
}
