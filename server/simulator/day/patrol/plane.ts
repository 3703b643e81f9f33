import type { GridGeometry } from '../../../../shared/domain/district/gridsFile.ts'

/** Longitude, latitude in degrees (WGS 84). */
export type LngLat = readonly [number, number]
/** Metres east and north of a grid's own origin. */
export type Point = readonly [number, number]

/** A flat picture of one grid in metres; good to a few parts in a thousand over 100 km. Straight lines stay straight. */
export class Plane {
  readonly #perLng: number
  readonly #perLat = 110_950

  constructor(private readonly origin: LngLat) {
    this.#perLng = 111_320 * Math.cos(origin[1] * Math.PI / 180)
  }

  toPoint([lng, lat]: LngLat): Point {
    return [(lng - this.origin[0]) * this.#perLng, (lat - this.origin[1]) * this.#perLat]
  }

  toLngLat([x, y]: Point): LngLat {
    return [this.origin[0] + x / this.#perLng, this.origin[1] + y / this.#perLat]
  }
}

export type Edge = readonly [Point, Point]

/** Every edge of every ring of a grid: a point is inside if a ray from it crosses an odd number of them. */
export function edgesOf(geometry: GridGeometry, plane: Plane): Edge[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.flat().flatMap((ring) => {
    const points = ring.map(point => plane.toPoint(point))
    return points.slice(1).map((point, index): Edge => [points[index]!, point])
  })
}

export function isInside([x, y]: Point, edges: readonly Edge[]): boolean {
  let inside = false
  for (const [[ax, ay], [bx, by]] of edges) {
    if ((ay > y) !== (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax)
      inside = !inside
  }
  return inside
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

/** Whether the straight way from `a` to `b` keeps at least `margin` metres from every edge. */
export function isClear(a: Point, b: Point, edges: readonly Edge[], margin: number): boolean {
  return edges.every(([from, to]) => !cross(a, b, from, to)
    && fromSegment(from, a, b) >= margin
    && fromSegment(a, from, to) >= margin
    && fromSegment(b, from, to) >= margin)
}

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0
}

function side(a: Point, b: Point, p: Point): number {
  return Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]))
}

function fromSegment(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length))
  return Math.hypot(p[0] - a[0] - along * dx, p[1] - a[1] - along * dy)
}
