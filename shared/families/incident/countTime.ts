import type { IncidentGround } from './IncidentGround.ts'
import type { DayColumn, Timed } from './DayCounters.ts'
import { tookMinutes } from '../../kernel/counters/buckets.ts'
import { ENTITY } from '../../kernel/entity.ts'
import { hourOf } from '../../words/time/hour.ts'

const DAY_HOURS = 24

/** Counts that something took from `since` until `at` (epoch ms), on the local day of `at`. Nothing is counted of what never began. */
export function countTime({ incident: { days }, digest, basis }: IncidentGround, grid: number, timed: Timed, since: number, at: number): void {
  if (since === 0)
    return
  const day = Math.floor(hourOf(at, basis.zoneMs) / DAY_HOURS)
  const { minutes, bucket } = tookMinutes(since, at)
  const put = (column: DayColumn, amount: number) => {
    const position = days.columnOf(column)
    if (amount > 0 && days.count(grid, day, position, amount))
      digest.put(grid, 1, ENTITY.dayRow, [day, position], amount)
  }
  put(`${timed}.minutes`, minutes)
  put(`${timed}.${bucket}`, 1)
}
