const STEP: Record<string, [number, number]> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }

/** The tile that an arrow key leads to: the nearest in that direction; undefined for other keys and at the edge. */
export function nextTile(tiles: readonly { x: number; y: number }[], from: number, key: string): number | undefined {
  const step = STEP[key]
  const start = tiles[from]
  if (!step || !start)
    return undefined
  let best: number | undefined
  let least = Infinity
  for (const [index, { x, y }] of tiles.entries()) {
    const along = (x - start.x) * step[0] + (y - start.y) * step[1]
    const aside = Math.abs((x - start.x) * step[1]) + Math.abs((y - start.y) * step[0])
    if (along > 0.5 && along + 2 * aside < least) {
      least = along + 2 * aside
      best = index
    }
  }
  return best
}
