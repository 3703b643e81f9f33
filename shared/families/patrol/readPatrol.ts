import type { PatrolGround } from './PatrolGround.ts'
import type { PatrolPart } from './PatrolPart.ts'
import { hear } from './hear.ts'
import { putCall } from './putCall.ts'
import { raiseAlarm } from './raiseAlarm.ts'
import { raiseVisit } from './raiseVisit.ts'

/** Fills an empty slice from what {@link writePatrol} wrote, with its digest. */
export function readPatrol(ground: PatrolGround, { visitAt, workers, fixes, alarms, calls }: PatrolPart): void {
  const { index, patrol: { byGrid } } = ground
  const touched = [] as number[]
  visitAt.forEach((at, grid) => raiseVisit(ground, grid, at, touched))
  for (const { worker, grid, at, entry, ended } of workers)
    hear(ground, worker, index.grid(grid), at, entry, ended === true, touched)
  for (const { worker, grid, lng, lat, at } of fixes)
    Object.assign(byGrid[index.grid(grid)]!.get(worker)!, { lng, lat, fixAt: at })
  for (const { worker, grid, at, entry } of alarms)
    raiseAlarm(ground, worker, index.grid(grid), at, entry, touched)
  for (const { grid, ...facts } of calls)
    putCall(ground, { ...facts, grid: index.grid(grid) })
}
