import type { GridDigest } from '../../kernel/GridDigest.ts'
import type { PatrolGround } from './PatrolGround.ts'
import { ENTITY } from '../../kernel/entity.ts'
import { touch } from '../../kernel/touch.ts'

const parts = new Float64Array(1)

/** Moves the newest visit of a grid forward; a late one changes nothing. */
export function raiseVisit({ patrol: { visitAt }, digest }: PatrolGround, grid: number, at: number, touched: number[]): void {
  if (grid < 0 || at <= visitAt[grid]!)
    return
  if (visitAt[grid]! > 0)
    put(digest, -1, grid, visitAt[grid]!)
  visitAt[grid] = at
  put(digest, 1, grid, at)
  touch(touched, grid)
}

function put(digest: GridDigest, sign: 1 | -1, grid: number, at: number): void {
  parts[0] = at
  digest.put(grid, sign, ENTITY.visit, parts)
}
