import type { EntryId } from '../../words/entryId.ts'
import type { PatrolGround } from './PatrolGround.ts'
import type { Heard, PatrolSlice, Worker } from './PatrolSlice.ts'
import { ENTITY } from '../../kernel/entity.ts'
import { hash32 } from '../../words/hash32.ts'
import { mix } from '../../kernel/GridDigest.ts'
import { touch } from '../../kernel/touch.ts'
import { isNewer } from './isNewer.ts'
import { oldestOf } from './oldestOf.ts'
import { WORKERS_KEPT } from './PatrolSlice.ts'

const parts = new Float64Array(3)

/**
 * Notes that a worker was heard in a grid (−1: outside this state) at a moment of the phone's clock. Answers what is known of the worker
 * there, or undefined where nothing is kept. `touched` gets the grid, and the one that the worker has left with it.
 */
export function hear(state: PatrolGround, worker: string, grid: number, at: number, entry: EntryId, ended: boolean, touched: number[]): Heard | undefined {
  if (grid < 0)
    return undefined
  const { patrol, digest } = state
  const known = patrol.workers.get(worker)
  // Nearly always it is the grid where the worker was before.
  const heard = known?.newest.grid === grid ? known.newest : patrol.byGrid[grid]!.get(worker)
  if (!heard)
    return come(state, known, { worker, grid, at, entry, ended, lng: 0, lat: 0, fixAt: 0, low: 0, high: 0 }, touched)
  if (at < heard.at || (at === heard.at && !isNewer({ at, ended, entry }, heard)))
    return heard
  digest.add(grid, -1, heard)
  heard.at = at
  heard.entry = entry
  heard.ended = ended
  putHash(state, heard)
  touch(touched, grid)
  follow(known!, heard, touched)
  return heard
}

function come(state: PatrolGround, known: Worker | undefined, heard: Heard, touched: number[]): Heard | undefined {
  const { worker, grid } = heard
  const { byGrid, workers } = state.patrol
  const there = byGrid[grid]!
  if (there.size >= WORKERS_KEPT) {
    const oldest = oldestOf(there)
    if (isNewer(oldest, heard))
      return undefined
    leave(state, oldest)
  }
  there.set(worker, heard)
  putHash(state, heard)
  touch(touched, grid)
  // Who has just left there may be the same one's only place.
  const still = known && workers.get(worker)
  if (still) {
    still.heard.push(heard)
    follow(still, heard, touched)
  }
  else {
    workers.set(worker, { newest: heard, heard: [heard] })
  }
  return heard
}

function leave({ patrol, digest }: PatrolGround, gone: Heard): void {
  digest.add(gone.grid, -1, gone)
  patrol.byGrid[gone.grid]!.delete(gone.worker)
  forget(patrol, gone)
}

function forget({ workers }: PatrolSlice, gone: Heard): void {
  const worker = workers.get(gone.worker)!
  worker.heard.splice(worker.heard.indexOf(gone), 1)
  const [first, ...others] = worker.heard
  if (!first)
    workers.delete(gone.worker)
  else if (worker.newest === gone)
    worker.newest = others.reduce((newest, each) => isNewer(each, newest) ? each : newest, first)
}

/** The place of a worker follows the newest; the one that is left shows somebody less. */
function follow(worker: Worker, heard: Heard, touched: number[]): void {
  if (worker.newest === heard || !isNewer(heard, worker.newest))
    return
  touch(touched, worker.newest.grid)
  worker.newest = heard
}

function putHash({ digest }: PatrolGround, heard: Heard): void {
  parts[0] = hash32(heard.entry)
  parts[1] = heard.at
  parts[2] = heard.ended ? 1 : 0
  mix(ENTITY.worker, parts, heard)
  digest.add(heard.grid, 1, heard)
}
