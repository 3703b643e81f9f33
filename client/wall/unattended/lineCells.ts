import type { ScreenShape } from '../../look/rootScale.ts'

interface Room {
  shape: ScreenShape
  /** Screens side by side. */
  columns: number
  /** Upright: the plate heads the block. */
  plate: boolean
  /** Of the whole line, wall px. */
  width: number
}

/** Below this, cells stand two by two (LOOKS). */
const NARROWEST = 380

/** The label beside them. */
const LABEL = 150

/** How many grave matters the standing line names, and in how many columns; of more, the last cell says how many. */
export function lineCells(count: number, { shape, columns, plate, width }: Room): { most: number; columns: number } {
  if (shape === 'tall') {
    const room = plate ? 3 : 6
    return { most: count > room ? room - 1 : count, columns: plate || count > 2 ? 3 : Math.max(1, count) }
  }
  // No cell on the bezel: two on each side of it.
  if (shape === 'wide' && columns > 1)
    return { most: count > 4 ? 3 : count, columns: 4 }
  const most = Math.min(count, 4)
  const isNarrow = width > 0 && (width - LABEL) / Math.max(1, most) < NARROWEST
  return { most, columns: isNarrow && shape !== 'wide' ? 2 : Math.max(1, most) }
}
