import type { Clock } from '../../server/clock.ts'
import { systemClock } from '../../server/clock.ts'

/** A real clock that is wrong by as much as the test says; its timers go on as if nothing were. */
export class ShiftedClock implements Clock {
  constructor(public shift = 0) {}

  now = () => systemClock.now() + this.shift
  monotonic = systemClock.monotonic
  after = systemClock.after
  every = systemClock.every
}
