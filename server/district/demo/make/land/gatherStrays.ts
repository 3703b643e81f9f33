/**
 * Each owner keeps its largest connected land; stray fragments go to the owner with the longest shared border.
 * `near[i]` holds the pieces beside piece i with the shared length. Changes `owners` in place.
 */
export function gatherStrays(owners: number[], near: Map<number, number>[], areas: number[], mayTake: (from: number, to: number) => boolean = () => true): void {
  for (let round = 0; round < 12; round++) {
    const strays = fragments(owners, near, areas)
    if (strays.length === 0)
      return
    for (const stray of strays) {
      const owner = owners[stray[0] ?? 0] ?? 0
      const borders = new Map<number, number>()
      for (const piece of stray) {
        for (const [other, length] of near[piece] ?? []) {
          const neighbour = owners[other] ?? owner
          if (neighbour !== owner && mayTake(owner, neighbour))
            borders.set(neighbour, (borders.get(neighbour) ?? 0) + length)
        }
      }
      const [longest] = [...borders].sort((a, b) => b[1] - a[1])
      if (longest)
        stray.forEach(piece => owners[piece] = longest[0])
    }
  }
}

/** Connected lands that are not the largest of their owner. */
function fragments(owners: number[], near: Map<number, number>[], areas: number[]): number[][] {
  const seen = new Set<number>()
  const largest = new Map<number, { pieces: number[], area: number }>()
  const strays: number[][] = []
  owners.forEach((owner, start) => {
    if (seen.has(start))
      return
    const pieces = [start]
    seen.add(start)
    for (const piece of pieces) {
      for (const other of near[piece]?.keys() ?? []) {
        if (owners[other] === owner && !seen.has(other)) {
          seen.add(other)
          pieces.push(other)
        }
      }
    }
    const area = pieces.reduce((sum, piece) => sum + (areas[piece] ?? 0), 0)
    const best = largest.get(owner)
    if (!best || area > best.area) {
      if (best)
        strays.push(best.pieces)
      largest.set(owner, { pieces, area })
    }
    else {
      strays.push(pieces)
    }
  })
  return strays
}
