import type { Clock } from '../../clock.ts'

const MINUTE_MS = 60_000

/** Says something at once and then at most once a minute, however often there is reason to. */
export class OnceAMinute {
  private next = -Infinity
  private times = 0

  constructor(private readonly clock: Clock) {}

  /** @param write told how often there was reason to since it was called last, this time included */
  say(write: (times: number) => void): void {
    this.times++
    const now = this.clock.monotonic()
    if (now < this.next)
      return
    this.next = now + MINUTE_MS
    write(this.times)
    this.times = 0
  }
}
