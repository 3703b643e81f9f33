import type { District } from '../../shared/domain/district/District.ts'
import type { Refusal } from '../../shared/events/refusal.ts'
import type { EpochMs } from '../../shared/words/time/time.ts'
import { durationMs } from '../../shared/words/time/durationMs.ts'

/** What the server itself appends it times by a clock that it watches; a log whose ids lie years ahead keeps it out no more (X23). */
const OWN = 'wangge/'
const MOST_AHEAD_MS = 600_000
/** Between a way in and the log lie a moment and another clock: what the one has accepted the reader takes. */
const READER_SLACK_MS = 60_000

/** How far the time of an event may lie from the moment at which it is told (R6, R20): beyond that it is a wrong clock. */
export class TimeBounds {
  private readonly oldestMs: { positions: number; rest: number }
  private readonly backfills: ReadonlySet<string>

  constructor({ oldest, backfill }: Pick<District, 'oldest' | 'backfill'>) {
    this.oldestMs = { positions: durationMs(oldest.positions), rest: durationMs(oldest.rest) }
    this.backfills = new Set(backfill)
  }

  /** What is wrong with the time of an event that comes in now, if anything. */
  atWayIn(at: EpochMs, now: EpochMs, told: { stream: string; source: string }): Refusal | undefined {
    return this.wrong(at, now, told, 0)
  }

  /** The same of an entry that reached the log at `reached`: never of the machine's clock, so that an old log is read as it was. */
  inLog(at: EpochMs, reached: EpochMs, told: { stream: string; source: string }): Refusal | undefined {
    return this.wrong(at, reached, told, READER_SLACK_MS)
  }

  private wrong(at: EpochMs, told: EpochMs, { stream, source }: { stream: string; source: string }, slackMs: number): Refusal | undefined {
    if (at > told + MOST_AHEAD_MS + slackMs)
      return refusal('time lies more than ten minutes ahead; set the clock of the sender.')
    const oldestMs = stream === 'patrol' ? this.oldestMs.positions : this.oldestMs.rest
    if (at < told - oldestMs - slackMs && !this.backfills.has(source) && !source.startsWith(OWN))
      return refusal(`time lies more than ${Math.floor(oldestMs / 86_400_000)} days back; set the clock of the sender, or name its source under backfill in district.json.`)
    return undefined
  }
}

function refusal(message: string): Refusal {
  return { reason: 'bad-data', path: 'time', message }
}
