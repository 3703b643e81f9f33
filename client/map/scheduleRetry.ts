/** Waits before a map is opened again, ms: at once after a lost context, then ever longer where none can be had. */
const WAITS_MS = [500, 5000, 30_000, 120_000]

/** @param failures how often it could not be opened since it last stood. @returns ends it */
export function retryAfter(failures: number, run: () => void): () => void {
  const timer = setTimeout(run, WAITS_MS[Math.min(failures, WAITS_MS.length - 1)])
  return () => clearTimeout(timer)
}
