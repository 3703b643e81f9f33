import type { State } from '../../shared/state/State.ts'
import type { GridCode } from '../../shared/words/regionCode.ts'

/** The grid in which a worker on patrol was last heard. */
export function lastGrid({ patrol, basis }: State, worker: string): GridCode | undefined {
  const there = patrol.workers.get(worker)
  return there && basis.grids[there.newest.grid]
}
