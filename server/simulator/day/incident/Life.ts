import type { Move } from '../../../../shared/domain/stageTable.ts'
import type { LimitClock } from '../../../../shared/domain/district/limitsFile.ts'
import type { DataOf } from '../../../../shared/state/eventTypes.ts'
import type { Level } from '../../../../shared/words/level.ts'
import type { EpochMs } from '../../../../shared/words/time/time.ts'
import type { Chance } from '../Chance.ts'
import type { SimulatedEvent } from '../SimulatedEvent.ts'
import type { World } from '../World.ts'
import type { Report } from './Report.ts'
import { hourOfDay, HOUR, MINUTE, SECOND } from '../localDay.ts'
import { handledFrom } from './handlingHours.ts'
import { reportedEvent } from './reportedEvent.ts'

/** What the duty seats, a repeat, and the clock do at any hour. */
const ANY_HOUR: ReadonlySet<Move> = new Set(['accepted', 'rejected', 'merged', 'dispatched', 'escalated', 'supervised'])
const MORNING = 7.5
const EVENING = 21

/** The course of one matter while it is written: its events so far, each later than the one before. */
export class Life {
  readonly events: SimulatedEvent[] = []
  readonly chance: Chance
  /** When the last thing happened. */
  at: EpochMs
  level: Level = 'grid'
  /** When the running limit began: dispatch, escalation. */
  clockAt: EpochMs
  /** What was planned for the hours in which nobody works on it was put off. */
  private waited = false

  constructor(readonly world: World, readonly report: Report) {
    this.chance = world.chance(`life ${report.id}`)
    this.at = this.clockAt = report.at
    this.events.push(reportedEvent(world, report))
  }

  /** Something happens at `at`, or just after what happened last if that is later. */
  add<M extends Move>(move: M, at: EpochMs, data: DataOf<`incident.${M}`>, actor?: string): void {
    this.at = ANY_HOUR.has(move) ? Math.max(Math.floor(at), this.at + SECOND) : this.handled(at)
    const { id } = this.report
    this.events.push({ type: `incident.${move}`, id: `${id}/${this.events.length}`, at: this.at, subject: id, actor, data } as SimulatedEvent)
  }

  /** Who works on a matter does it in the hours of its kind, one thing after the other. */
  private handled(at: EpochMs): EpochMs {
    const { severity, happening: { subcategory } } = this.report
    const wished = Math.max(Math.floor(at), this.at + SECOND)
    if (severity === 'I')
      return wished
    const from = handledFrom(this.world, subcategory, wished)
    this.waited ||= from > wished
    if (from > wished)
      return Math.floor(from + this.chance.next() * 50 * MINUTE)
    return this.waited && at < this.at ? Math.floor(handledFrom(this.world, subcategory, this.at + this.chance.between(3, 20) * MINUTE)) : wished
  }

  /** Milliseconds of a limit of this matter that begins at `start`. */
  limit(clock: LimitClock, start: EpochMs = this.clockAt): number {
    const due = this.world.limits.dueAt(this.report.severity, this.level, clock, start)
    return Number.isFinite(due) ? due - start : 24 * HOUR
  }

  /** Light matters rest at night: a moment by night becomes one of the next morning. */
  awake(at: EpochMs): EpochMs {
    const hour = hourOfDay(at, this.world.zoneMs)
    if (this.report.severity === 'I' || this.report.severity === 'II' || (hour >= MORNING && hour < EVENING))
      return at
    const wait = hour < MORNING ? MORNING - hour : 24 - hour + MORNING
    return at + (wait + this.chance.next() * 2) * HOUR
  }
}
