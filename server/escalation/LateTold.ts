import type { WanggeEvent } from '../../shared/state/event.ts'
import type { EpochMs } from '../../shared/words/time/time.ts'
import { entryMs } from '../../shared/words/entryId.ts'
import { epochOf } from '../../shared/words/time/time.ts'

/** An event that reached the log so long after it happened was told late. */
const LATE_MS = 600_000
const MANY = 20
const WITHIN_MS = 10_000
/** A flood of late events holds nobody up for longer than this. */
const LONGEST_MS = 600_000

/**
 * Notices that somebody is telling the past: many events of long ago within seconds, after a cut or while a district moves
 * in. What is known then is half a story, and to act on it would be wrong.
 */
export class LateTold {
  private readonly newest: EpochMs[] = []
  private began = -Infinity

  /** A log may give its entries ids that lie ahead: of those and `now` the earlier is when it was told. */
  note({ entry, time }: Pick<WanggeEvent, 'entry' | 'time'>, now: EpochMs): void {
    const reached = Math.min(entryMs(entry), now)
    if (reached - epochOf(time) < LATE_MS)
      return
    if (reached > (this.newest.at(-1) ?? -Infinity) + WITHIN_MS)
      this.began = reached
    this.newest.push(reached)
    if (this.newest.length > MANY)
      this.newest.shift()
  }

  /** Until when the story is to be waited for, epoch ms of the log; long past if nobody tells one. */
  get until(): EpochMs {
    return this.newest.length < MANY ? -Infinity : Math.min(this.newest[0]! + WITHIN_MS, this.began + LONGEST_MS)
  }
}
