/** A log's clock, moved by hand: four days are written in seconds. */
export class LogTime {
  at = 0

  now(): number {
    return this.at
  }
}
