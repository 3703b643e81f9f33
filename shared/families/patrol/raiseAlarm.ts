import type { EntryId } from '../../words/entryId.ts'
import type { PatrolGround } from './PatrolGround.ts'
import type { Alarm } from './PatrolSlice.ts'
import { ENTITY } from '../../kernel/entity.ts'
import { hash32 } from '../../words/hash32.ts'
import { mix } from '../../kernel/GridDigest.ts'
import { touch } from '../../kernel/touch.ts'
import { isNewer } from './isNewer.ts'
import { oldestOf } from './oldestOf.ts'
import { ALARMS_KEPT } from './PatrolSlice.ts'

/** Notes an SOS of a worker in a grid (−1: outside this state) at a moment of the phone's clock; a late one changes nothing. */
export function raiseAlarm(state: PatrolGround, worker: string, grid: number, at: number, entry: EntryId, touched: number[]): void {
  if (grid < 0)
    return
  const { patrol, digest } = state
  const there = patrol.alarmsByGrid[grid]!
  const alarm: Alarm = { worker, grid, at, entry, low: 0, high: 0 }
  const before = there.get(worker) ?? (there.size >= ALARMS_KEPT ? oldestOf(there) : undefined)
  if (before && !isNewer(alarm, before))
    return
  if (before) {
    digest.add(grid, -1, before)
    there.delete(before.worker)
  }
  there.set(worker, alarm)
  mix(ENTITY.alarm, [hash32(entry), at], alarm)
  digest.add(grid, 1, alarm)
  patrol.sosAt[grid] = Math.max(patrol.sosAt[grid]!, at)
  const newest = patrol.alarms.get(worker)
  if (!newest || isNewer(alarm, newest))
    patrol.alarms.set(worker, alarm)
  if (before && patrol.alarms.get(before.worker) === before)
    findNewest(state, before.worker)
  touch(touched, grid)
}

function findNewest({ patrol: { alarms, alarmsByGrid } }: PatrolGround, worker: string): void {
  alarms.delete(worker)
  for (const there of alarmsByGrid) {
    const alarm = there.get(worker)
    const newest = alarms.get(worker)
    if (alarm && (!newest || isNewer(alarm, newest)))
      alarms.set(worker, alarm)
  }
}
