import { signedArea } from '../geometry/Rings.ts'
import type { Position } from '../geometry/Rings.ts'
import type { Edge, Net } from './Net.ts'

/** Ground in no grid: its border, and the lands around it. */
export interface Gap { ring: Position[], lands: number[] }

const SQUARE_METRE = 1e-10

/** Follows the bare edges round the ground on their right; a ring that closes clockwise is a hole in the net. */
export function findGaps({ corners, bare }: Net): Gap[] {
  const leaving = new Map<number, Edge[]>()
  for (const edge of bare)
    leaving.set(edge.from, [...leaving.get(edge.from) ?? [], edge])
  const used = new Set<Edge>()
  return bare.flatMap((start) => {
    const edges: Edge[] = []
    let edge: Edge | undefined = start
    while (edge && !used.has(edge)) {
      used.add(edge)
      edges.push(edge)
      const free: Edge[] = (leaving.get(edge.to) ?? []).filter(next => !used.has(next) || next === start)
      edge = nextEdge(edge, free, corners)
    }
    const ring = edges.map(({ from }): Position => corners[from] ?? [0, 0])
    const closes = edge === start && edges.length > 1
    return closes && signedArea(ring) < -SQUARE_METRE ? [{ ring, lands: [...new Set(edges.map(({ land }) => land))] }] : []
  })
}

/** Where several edges leave, the one that keeps to the same ground on the right. */
function nextEdge(edge: Edge, choices: Edge[], corners: Position[]): Edge | undefined {
  if (choices.length < 2)
    return choices[0]
  const here = corners[edge.to] ?? [0, 0]
  const angle = (corner: number) => {
    const [x, y] = corners[corner] ?? here
    return Math.atan2(y - here[1], x - here[0])
  }
  const back = angle(edge.from)
  const turn = (next: Edge) => (angle(next.to) - back + 4 * Math.PI) % (2 * Math.PI) || 2 * Math.PI
  return [...choices].sort((a, b) => turn(a) - turn(b))[0]
}
