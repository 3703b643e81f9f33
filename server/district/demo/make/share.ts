import { distance } from './land/plane.ts'
import type { Point } from './land/plane.ts'

export interface Piece { at: Point, area: number }
export interface Site { at: Point, target: number }

/**
 * Shares land among sites so that each gets about its target area: a power diagram whose weights follow the areas.
 * `relax` moves each site towards the middle of its land (Lloyd). Answers the site of each piece.
 */
export function share(pieces: Piece[], sites: Site[], { rounds, relax }: { rounds: number, relax: boolean }): number[] {
  const total = pieces.reduce((sum, piece) => sum + piece.area, 0)
  const targets = sites.map(site => site.target * total / sites.reduce((sum, other) => sum + other.target, 0))
  const places = sites.map(site => site.at)
  const weights = sites.map(() => 0)
  let owners = nearest(pieces, places, weights)
  for (let round = 0; round < rounds; round++) {
    places.forEach((place, site) => {
      const own = pieces.filter((_, i) => owners[i] === site)
      const area = own.reduce((sum, piece) => sum + piece.area, 0)
      weights[site] = (weights[site] ?? 0) + ((targets[site] ?? 0) - area) * 0.25
      if (relax && area > 0)
        places[site] = [towards(place[0], own, 0, area), towards(place[1], own, 1, area)]
    })
    owners = nearest(pieces, places, weights)
  }
  return owners
}

function nearest(pieces: Piece[], places: Point[], weights: number[]): number[] {
  return pieces.map((piece) => {
    let best = 0
    let bestCost = Infinity
    places.forEach((place, site) => {
      const cost = distance(piece.at, place) ** 2 - (weights[site] ?? 0)
      if (cost < bestCost) {
        best = site
        bestCost = cost
      }
    })
    return best
  })
}

function towards(from: number, own: Piece[], axis: 0 | 1, area: number): number {
  const middle = own.reduce((sum, piece) => sum + piece.at[axis] * piece.area, 0) / area
  return from + (middle - from) * 0.3
}
