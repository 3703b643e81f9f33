import type { Point } from './plane.ts'

/** Indices of places west to east in rows, the rows north to south; about as many rows as places in a row. */
export function readingOrder(places: Point[]): number[] {
  const byNorth = places.map((_, index) => index).sort((a, b) => (places[b]?.[1] ?? 0) - (places[a]?.[1] ?? 0))
  const perRow = Math.max(1, Math.round(Math.sqrt(places.length)))
  return byNorth.map((index, rank) => ({ index, row: Math.floor(rank / perRow) }))
    .sort((a, b) => a.row - b.row || (places[a.index]?.[0] ?? 0) - (places[b.index]?.[0] ?? 0))
    .map(({ index }) => index)
}
