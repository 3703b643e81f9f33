/** A signal that ends with the asking, or when its patience is over: `AbortSignal.any`, which Chromium 108 does not have. */
export function withPatience(own: AbortSignal, patienceMs: number): AbortSignal {
  const both = new AbortController()
  for (const signal of [own, AbortSignal.timeout(patienceMs)]) {
    if (signal.aborted)
      both.abort(signal.reason)
    signal.addEventListener('abort', () => both.abort(signal.reason), { once: true, signal: both.signal })
  }
  return both.signal
}
