import type { State } from '../State.ts'
import { touch } from '../touch.ts'

const KIND = { visitAt: 4, sosAt: 5 }

/** Moves the newest visit or SOS of a grid forward; a late one changes nothing. */
export function raise(state: State, what: 'visitAt' | 'sosAt', grid: number, at: number, touched: number[]): void {
  const times = state.patrol[what]
  if (grid < 0 || at <= times[grid]!)
    return
  if (times[grid]! > 0)
    state.digest.put(grid, -1, KIND[what], [times[grid]!])
  times[grid] = at
  state.digest.put(grid, 1, KIND[what], [at])
  touch(touched, grid)
}
