import { Delaunay } from 'd3-delaunay'
import { difference, intersection } from 'polyclip-ts'
import { centroid, distance, isInside, microToKm, signedArea, toKm, toMicro } from './plane.ts'
import type { Point, Ring } from './plane.ts'
import type { Random } from '../Random.ts'

/** A small piece of land, in millionths of a degree; grids are put together from these. */
export interface Cell { ring: Ring, centre: Point }

/** Where the land is cut finer: kilometres on the drawing plane. */
export interface Dense { at: Point, radius: number }

const COARSE = 3.4
const FINE = 0.4
const GROWTH = 0.2

/** The land inside the outline and outside the town, cut into Voronoi cells: coarse in pasture, fine around seats. */
export function mesh(outline: Ring, town: Ring, dense: Dense[], random: Random): Cell[] {
  const points = scatter(outline, dense, random)
  const voronoi = Delaunay.from(points).voronoi([-1000, -1000, 1000, 1000])
  const rings = points.flatMap((_, i) => {
    const corners = voronoi.cellPolygon(i)?.slice(0, -1).map(([x = 0, y = 0]) => toMicro([x, y]))
    return corners ? clip(tidy(corners), outline, town) : []
  })
  return rings.map(ring => ({ ring, centre: microToKm(centroid(ring)) }))
}

function scatter(outline: Ring, dense: Dense[], random: Random): Point[] {
  const spacing = (point: Point) => Math.min(COARSE, ...dense.map(({ at, radius }) => FINE + GROWTH * Math.max(0, distance(at, point) - radius)))
  const land = outline.map(microToKm)
  const buckets = new Map<string, Point[]>()
  const points: Point[] = []
  const offer = (point: Point) => {
    const room = spacing(point)
    const [column, row] = [Math.floor(point[0] / COARSE), Math.floor(point[1] / COARSE)]
    for (let i = column - 1; i <= column + 1; i++) {
      for (let j = row - 1; j <= row + 1; j++) {
        if (buckets.get(`${i},${j}`)?.some(other => distance(other, point) < room))
          return
      }
    }
    points.push(point)
    const key = `${column},${row}`
    buckets.set(key, [...buckets.get(key) ?? [], point])
  }
  for (const { at, radius } of dense) {
    for (const [reach, count] of [[radius + 2, 6000], [radius + 8, 6000], [radius + 20, 6000]] as const) {
      for (let i = 0; i < count; i++)
        offer([at[0] + random.between(-reach, reach), at[1] + random.between(-reach, reach)])
    }
  }
  const xs = land.map(point => point[0])
  const ys = land.map(point => point[1])
  for (let i = 0; i < 160_000; i++)
    offer([random.between(Math.min(...xs) - 12, Math.max(...xs) + 12), random.between(Math.min(...ys) - 12, Math.max(...ys) + 12)])
  return points
}

function clip(ring: Ring, outline: Ring, town: Ring): Ring[] {
  let parts = [ring]
  if (touches(ring, outline))
    parts = parts.flatMap(part => outer(intersection([part], [outline])))
  else if (!ring[0] || !isInside(ring[0], outline))
    return []
  if (touches(ring, town))
    return parts.flatMap(part => outer(difference([part], [town])))
  return ring[0] && isInside(ring[0], town) ? [] : parts
}

function outer(shapes: Point[][][]): Ring[] {
  return shapes.flatMap(([ring]) => ring ? [tidy(ring.slice(0, -1).map(([x, y]): Point => [Math.round(x), Math.round(y)]))] : [])
    .filter(ring => ring.length > 2 && Math.abs(signedArea(ring)) > 1)
}

/** Counter-clockwise and without doubled corners. */
function tidy(ring: Ring): Ring {
  const single = ring.filter((point, i) => point.join() !== ring[(i + 1) % ring.length]?.join())
  return signedArea(single) < 0 ? single.reverse() : single
}

/** Whether an edge of the border may run through the ring's box: then the exact, slow cut decides. */
function touches(ring: Ring, border: Ring): boolean {
  const xs = ring.map(point => point[0])
  const ys = ring.map(point => point[1])
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const corners: Ring = [[left, low], [left, high], [right, low], [right, high]]
  return border.some((a, i) => {
    const b = border[(i + 1) % border.length] ?? a
    if (Math.min(a[0], b[0]) > right || Math.max(a[0], b[0]) < left || Math.min(a[1], b[1]) > high || Math.max(a[1], b[1]) < low)
      return false
    const sides = corners.map(([x, y]) => (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]))
    return Math.min(...sides) <= 0 && Math.max(...sides) >= 0
  })
}

export function outlineRing(coordinates: readonly (readonly [number, number])[]): Ring {
  return tidy(coordinates.slice(0, -1).map(([lng, lat]) => toMicro(toKm([lng, lat]))))
}
