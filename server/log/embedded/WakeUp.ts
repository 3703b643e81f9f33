/** Wakes readers of this process that wait for an entry. */
export class WakeUp {
  readonly #waiting = new Set<() => void>()

  /** Resolves when called, after `limitMs`, or on abort. */
  next(limitMs: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', done)
        this.#waiting.delete(done)
        resolve()
      }
      const timer = setTimeout(done, limitMs)
      signal?.addEventListener('abort', done)
      this.#waiting.add(done)
    })
  }

  call(): void {
    for (const done of [...this.#waiting])
      done()
  }
}
