import type { LaneLayout } from './laneLayout.ts'

/** Width of a band, wall px: so much a matter, and never less or more. */
const WIDTH = { each: 0.22, least: 3, most: 16 }

/** Where a band leaves below and enters above, wall px from the limit and from the left. */
const TURNS = { leaves: 26, enters: 14 }

/**
 * The band from a lane to the one above it: out at the limit's end, in at the left end, because the limit starts anew there.
 * @param below place of the lower lane, 1 for the second from above
 * @param count how many matters went up
 * @returns a path for a stroke of `width`, the head of its arrow, and the middle of its long part; px
 */
export function flowBand({ lanes, left, limit }: LaneLayout, below: number, count: number, scale: number): { path: string; head: string; width: number; y: number } {
  const upper = lanes[below - 1]!
  const lower = lanes[below]!
  const bottom = upper.top + upper.height
  const y = (bottom + lower.top) / 2
  const width = Math.min(WIDTH.most, Math.max(WIDTH.least, WIDTH.each * count)) * scale
  const from = limit - TURNS.leaves * scale
  const to = left + TURNS.enters * scale
  const wing = width / 2 + 5 * scale
  const neck = bottom + 9 * scale
  return {
    path: `M${from} ${lower.top}V${y}H${to}V${neck}`,
    head: `M${to - wing} ${neck}L${to} ${bottom + scale}L${to + wing} ${neck}Z`,
    width,
    y,
  }
}
