export interface Placeable {
  /** Middle, px. */
  x: number
  y: number
  width: number
  height: number
}

/** Where a box that finds its place taken is tried next, in its heights. */
const ASIDE = [0, 1, -1, 2, -2]

/** Those of some boxes that find a place, there or a little above or below, without touching what stands already nor leaving `width` × `height`; first come, first placed. */
export function clearPlaces<T extends Placeable>(boxes: readonly T[], taken: readonly Placeable[], room: { width: number; height: number }): T[] {
  const placed: T[] = []
  for (const box of boxes) {
    const place = ASIDE
      .map(by => ({ ...box, x: within(box.x, box.width, room.width), y: within(box.y + by * box.height, box.height, room.height) }))
      .find(each => [...taken, ...placed].every(other => areApart(each, other)))
    if (place)
      placed.push(place)
  }
  return placed
}

function areApart(a: Placeable, b: Placeable): boolean {
  return Math.abs(a.x - b.x) * 2 >= a.width + b.width || Math.abs(a.y - b.y) * 2 >= a.height + b.height
}

function within(middle: number, size: number, room: number): number {
  return Math.min(Math.max(middle, size / 2), room - size / 2)
}
