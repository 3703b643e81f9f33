/** K6: the server's time, from what its frames say. */
const WINDOW = 30

/**
 * The way down delays a frame and never hastens it, so of the last half minute's frames the greatest difference is the
 * nearest to the truth.
 */
export class ServerClock {
  private readonly differences: number[] = []
  private offset = 0

  /** @param machine epoch ms by this machine's clock */
  constructor(private readonly machine: () => number) {}

  /** A message that the server wrote at `at` (epoch ms by its clock) has just come. */
  hear(at: number): void {
    this.differences.push(at - this.machine())
    if (this.differences.length > WINDOW)
      this.differences.shift()
    this.offset = Math.max(...this.differences)
  }

  /** After sleep or a jump of a clock, what was heard before counts no more. */
  forget(): void {
    this.differences.length = 0
  }

  /** Epoch ms by the server's clock; by this machine's as long as nothing was heard. */
  now(): number {
    return this.machine() + this.offset
  }
}
