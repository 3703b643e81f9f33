import type { PatrolGround } from './PatrolGround.ts'
import type { PatrolPart, SosRecord } from './PatrolPart.ts'
import type { Alarm } from './PatrolSlice.ts'
import type { SosCall } from './SosCall.ts'
import { compareEntryIds } from '../../words/entryId.ts'
import { isNewer } from './isNewer.ts'

/** The slice as plain JSON. */
export function writePatrol({ basis, patrol }: PatrolGround): PatrolPart {
  const inOrder = <M extends Alarm>(marks: ReadonlyMap<string, M>) => [...marks.values()].sort((a, b) => isNewer(a, b) ? 1 : -1)
  const heard = patrol.byGrid.flatMap(inOrder)
  return {
    visitAt: [...patrol.visitAt],
    sosAt: [...patrol.sosAt],
    workers: heard.map(({ worker, grid, at, entry, ended }) => ({ worker, grid: basis.grids[grid]!, at, entry, ...(ended && { ended }) })),
    fixes: heard.filter(({ fixAt }) => fixAt > 0).map(({ worker, grid, lng, lat, fixAt }) => ({ worker, grid: basis.grids[grid]!, lng, lat, at: fixAt })),
    alarms: patrol.alarmsByGrid.flatMap(inOrder).map(({ worker, grid, at, entry }) => ({ worker, grid: basis.grids[grid]!, at, entry })),
    calls: patrol.callsByGrid.flatMap(there => [...there.values()].sort((a, b) => compareEntryIds(a.id.slice(4), b.id.slice(4)))).map(call => recordOf(call, basis.grids[call.grid]!)),
  }
}

function recordOf({ low: _low, high: _high, ...facts }: SosCall, grid: string): SosRecord {
  return { ...facts, grid }
}
