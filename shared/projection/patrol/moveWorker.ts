import type { State } from '../State.ts'
import { aliasOf } from '../../words/alias.ts'
import { hash32 } from '../../words/hash32.ts'
import { WORKERS_KEPT } from './PatrolSlice.ts'

const WORKER = 3

/** Puts a worker into a grid, or takes them out (`grid` −1), and keeps the digest. */
export function moveWorker(state: State, worker: string, grid: number, at: number, touched: Set<number>): void {
  takeOut(state, worker, touched)
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
  state.patrol.workers.set(worker, { grid, at })
  state.digest.put(grid, 1, WORKER, [hash32(aliasOf(worker)), at])
  touched.add(grid)
}

function takeOut({ patrol, digest }: State, worker: string, touched: Set<number>): void {
  const before = patrol.workers.get(worker)
  if (!before)
    return
  patrol.workers.delete(worker)
  patrol.byGrid[before.grid]!.delete(worker)
  digest.put(before.grid, -1, WORKER, [hash32(aliasOf(worker)), before.at])
  touched.add(before.grid)
}
