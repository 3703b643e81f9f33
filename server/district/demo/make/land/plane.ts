/** A point on a plane: kilometres, millimetres or millionths of a degree, as the signature says. */
export type Point = [number, number]
/** A ring without its closing point. */
export type Ring = Point[]

const KM_PER_LNG = 111.32 * Math.cos(39.5 * Math.PI / 180)
const KM_PER_LAT = 111.05

/** Kilometres on the drawing plane → millionths of a degree, whole. */
export function toMicro([x, y]: Point): Point {
  return [Math.round((105 + x / KM_PER_LNG) * 1e6), Math.round((39.5 + y / KM_PER_LAT) * 1e6)]
}

/** Degrees → kilometres on the drawing plane. */
export function toKm([lng, lat]: readonly [number, number]): Point {
  return [(lng - 105) * KM_PER_LNG, (lat - 39.5) * KM_PER_LAT]
}

export function microToKm([x, y]: Point): Point {
  return toKm([x / 1e6, y / 1e6])
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

/** Twice the signed area is positive for a ring that runs counter-clockwise; in the square of the ring's unit. */
export function signedArea(ring: Ring): number {
  let sum = 0
  let before = ring.at(-1)
  for (const point of ring) {
    if (before)
      sum += before[0] * point[1] - point[0] * before[1]
    before = point
  }
  return sum / 2
}

/** Square kilometres of a ring in millionths of a degree, at its own latitude. */
export function areaKm2(ring: Ring): number {
  const lat = ring.reduce((sum, point) => sum + point[1], 0) / ring.length / 1e6
  const origin = ring[0] ?? [0, 0]
  const near: Ring = ring.map(([x, y]) => [x - origin[0], y - origin[1]])
  return Math.abs(signedArea(near)) / 1e12 * 111.32 * 111.05 * Math.cos(lat * Math.PI / 180)
}

export function centroid(ring: Ring): Point {
  const origin = ring[0] ?? [0, 0]
  let x = 0
  let y = 0
  let area = 0
  ring.forEach((point, index) => {
    const next = ring[(index + 1) % ring.length] ?? origin
    const cross = (point[0] - origin[0]) * (next[1] - origin[1]) - (next[0] - origin[0]) * (point[1] - origin[1])
    area += cross
    x += cross * (point[0] + next[0] - 2 * origin[0])
    y += cross * (point[1] + next[1] - 2 * origin[1])
  })
  return area === 0 ? origin : [origin[0] + x / (3 * area), origin[1] + y / (3 * area)]
}

export function isInside([x, y]: Point, ring: Ring): boolean {
  let inside = false
  let before = ring.at(-1)
  for (const point of ring) {
    if (before && (point[1] > y) !== (before[1] > y) && x < (before[0] - point[0]) * (y - point[1]) / (before[1] - point[1]) + point[0])
      inside = !inside
    before = point
  }
  return inside
}
