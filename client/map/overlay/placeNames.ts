import type { Pixel } from '../MapEngine.ts'
import type { Box } from './Box.ts'

/** A text of that size, pixels, at a place. */
export interface NameToPlace extends Pixel { width: number; height: number }

export interface PlacedName {
  /** Index in `WAYS`. */
  way: number
  box: Box
}

interface Around {
  /** Nothing may lie over these. */
  taken: readonly Box[]
  within: Box
  /** From its place to a name that lies beside it, pixels. */
  reach: number
  /** Ways of the last time, by index of the name: a name stays where it was as long as it can. */
  before: readonly (number | undefined)[]
}

/** Where a name may lie, best first: on its place, below, above, right, left, and at the corners. */
const WAYS = [[0, 0], [0, 1], [0, -1], [1, 0], [-1, 0], [1, 1], [-1, 1], [1, -1], [-1, -1]] as const

/** Places names one after the other so that none lies over another, nor leaves the picture; undefined for those that find no room. */
export function placeNames(names: readonly NameToPlace[], { taken, within, reach, before }: Around): (PlacedName | undefined)[] {
  const full = [...taken]
  return names.map((name, index) => {
    const last = before[index]
    const ways = last === undefined ? WAYS.keys() : new Set([last, ...WAYS.keys()])
    for (const way of ways) {
      const box = boxOf(name, way, reach)
      if (holds(within, box) && !full.some(other => meets(box, other))) {
        full.push(box)
        return { way, box }
      }
    }
    return undefined
  })
}

function boxOf({ x, y, width, height }: NameToPlace, way: number, reach: number): Box {
  const [right, down] = WAYS[way]!
  const off = right !== 0 && down !== 0 ? reach / Math.SQRT2 : reach
  const left = x - width / 2 + right * (off + width / 2)
  const top = y - height / 2 + down * (off + height / 2)
  return { left, top, right: left + width, bottom: top + height }
}

function holds(outer: Box, inner: Box): boolean {
  return inner.left >= outer.left && inner.top >= outer.top && inner.right <= outer.right && inner.bottom <= outer.bottom
}

function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
