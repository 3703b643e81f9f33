import type { State } from '../State.ts'
import { touch } from '../touch.ts'

const VISIT = 4
const parts = new Float64Array(1)

/** Moves the newest visit of a grid forward; a late one changes nothing. */
export function raiseVisit({ patrol: { visitAt }, digest }: State, grid: number, at: number, touched: number[]): void {
  if (grid < 0 || at <= visitAt[grid]!)
    return
  if (visitAt[grid]! > 0)
    put(-1)
  visitAt[grid] = at
  put(1)
  touch(touched, grid)

  function put(sign: 1 | -1): void {
    parts[0] = visitAt[grid]!
    digest.put(grid, sign, VISIT, parts)
  }
}
