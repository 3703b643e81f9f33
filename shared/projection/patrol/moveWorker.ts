import type { State } from '../State.ts'
import type { OnPatrol } from './PatrolSlice.ts'
import { aliasOf } from '../../words/alias.ts'
import { hash32 } from '../../words/hash32.ts'
import { touch } from '../touch.ts'
import { WORKERS_KEPT } from './PatrolSlice.ts'

const WORKER = 3

/** Puts a worker into a grid, or takes them out (`grid` −1), and keeps the digest. */
export function moveWorker(state: State, worker: string, grid: number, at: number, touched: number[]): void {
  const before = state.patrol.workers.get(worker)
  if (before?.grid === grid)
    return stay(state, worker, before, at, touched)
  const hash = takeOut(state, worker, touched) ?? hash32(aliasOf(worker))
  if (grid < 0) {
    state.patrol.fixes.delete(worker)
    return
  }
  const there = state.patrol.byGrid[grid]!
  if (there.size >= WORKERS_KEPT) {
    const longestAgo = there.values().next().value!
    takeOut(state, longestAgo, touched)
    state.patrol.fixes.delete(longestAgo)
  }
  there.add(worker)
  state.patrol.workers.set(worker, { grid, at, hash })
  state.digest.put(grid, 1, WORKER, [hash, at])
  touch(touched, grid)
}

/** Most news of a worker comes from the grid they are in: only the order there changes, and not even that if they are alone. */
function stay({ patrol, digest }: State, worker: string, here: OnPatrol, at: number, touched: number[]): void {
  const there = patrol.byGrid[here.grid]!
  if (there.size > 1) {
    there.delete(worker)
    there.add(worker)
  }
  digest.put(here.grid, -1, WORKER, [here.hash, here.at])
  here.at = at
  digest.put(here.grid, 1, WORKER, [here.hash, at])
  touch(touched, here.grid)
}

/** Answers the hash of the worker's alias if they were on patrol. */
function takeOut({ patrol, digest }: State, worker: string, touched: number[]): number | undefined {
  const before = patrol.workers.get(worker)
  if (!before)
    return undefined
  patrol.workers.delete(worker)
  patrol.byGrid[before.grid]!.delete(worker)
  digest.put(before.grid, -1, WORKER, [before.hash, before.at])
  touch(touched, before.grid)
  return before.hash
}
