import { isInside, signedArea } from './plane.ts'
import type { Point, Ring } from './plane.ts'

/** A polygon: its outer ring counter-clockwise, then its holes clockwise. Rings without closing point. */
export type Shape = Ring[]

/** The union of rings that share their edges exactly: edges used in both directions cancel, what is left is the border. */
export function dissolve(rings: Ring[]): Shape[] {
  const edges = new Map<string, { from: Point, to: Point }>()
  for (const ring of rings) {
    ring.forEach((from, i) => {
      const to = ring[(i + 1) % ring.length] ?? from
      if (!edges.delete(`${to}>${from}`))
        edges.set(`${from}>${to}`, { from, to })
    })
  }
  const traced = trace([...edges.values()])
  const outers = traced.filter(ring => signedArea(ring) > 0).map((ring): Shape => [ring])
  for (const hole of traced.filter(ring => signedArea(ring) <= 0)) {
    const owner = outers.filter(shape => inRing(hole, shape[0] ?? [])).sort((a, b) => signedArea(a[0] ?? []) - signedArea(b[0] ?? []))[0]
    owner?.push(hole)
  }
  return outers
}

/** Rings out of directed edges; where rings touch in a corner the sharpest left turn keeps them simple. */
function trace(edges: { from: Point, to: Point }[]): Ring[] {
  const leaving = new Map<string, Point[]>()
  for (const { from, to } of edges)
    leaving.set(from.join(), [...leaving.get(from.join()) ?? [], to])
  const rings: Ring[] = []
  for (const { from, to } of edges) {
    if (!take(leaving, from, to))
      continue
    const ring: Ring = [from]
    let before = from
    let here = to
    while (here[0] !== from[0] || here[1] !== from[1]) {
      ring.push(here)
      const next = sharpest(before, here, leaving.get(here.join()) ?? [])
      if (!next || !take(leaving, here, next))
        throw new Error(`the border breaks off at ${here.join()}`)
      before = here
      here = next
    }
    rings.push(ring)
  }
  return rings
}

function take(leaving: Map<string, Point[]>, from: Point, to: Point): boolean {
  const list = leaving.get(from.join()) ?? []
  const at = list.findIndex(point => point[0] === to[0] && point[1] === to[1])
  if (at >= 0)
    list.splice(at, 1)
  return at >= 0
}

function sharpest(before: Point, here: Point, choices: Point[]): Point | undefined {
  const back = Math.atan2(before[1] - here[1], before[0] - here[0])
  const turn = (to: Point) => {
    const angle = Math.atan2(to[1] - here[1], to[0] - here[0]) - back
    return angle <= 0 ? angle + 2 * Math.PI : angle
  }
  return [...choices].sort((a, b) => turn(b) - turn(a))[0]
}

function inRing(hole: Ring, outer: Ring): boolean {
  const corners = new Set(outer.map(point => point.join()))
  const free = hole.find(point => !corners.has(point.join()))
  return free !== undefined && isInside(free, outer)
}
