import type { EpochMs } from '../../../../shared/words/time/time.ts'
import type { Chance } from '../Chance.ts'
import type { World } from '../World.ts'
import type { LngLat } from './plane.ts'
import type { RouteGraph } from './RouteGraph.ts'
import type { Session } from './sessions.ts'
import { MINUTE } from '../localDay.ts'
import { distance } from './plane.ts'
import { routeGraphOf } from './routeGraphOf.ts'

/** A straight part of a route, or a stay where both ends are one point. */
export interface Leg {
  from: EpochMs
  to: EpochMs
  start: LngLat
  end: LngLat
  /** Metres a second; 0 during a stay. */
  speed: number
  /** Degrees from north. */
  course: number
}

export interface Stop { at: EpochMs; building: string }

export interface Route { legs: readonly Leg[]; stops: readonly Stop[] }

/** Metres a second: on foot in town, by vehicle in pasture. */
export const SPEED: Record<Session['kind'], readonly [number, number]> = { urban: [1.0, 1.45], town: [1.0, 1.45], pastoral: [7, 13] }
/** Minutes at a building. */
const STAY: Record<Session['kind'], readonly [number, number]> = { urban: [1, 4], town: [1, 4], pastoral: [8, 25] }
/** The next building is one of the nearest that this round has not seen. */
const NEAREST = 3

/** Where a round leads and when: from building to building on ways inside the grid. */
export function routeOf(world: World, session: Session): Route {
  const graph = routeGraphOf(world, session.span.grid)
  const chance = world.chance(session.id)
  const legs: Leg[] = []
  const stops: Stop[] = []
  let here = graph.stops[Math.floor(chance.next() * graph.stops.length)]!
  let seen = new Set<number>()
  let at = session.from

  while (at < session.to) {
    seen.add(here)
    const building = graph.buildingAt(here)
    if (building)
      stops.push({ at, building: building.properties.id })
    at = stay(legs, graph, here, at, chance.between(...STAY[session.kind]))
    if (seen.size === graph.stops.length)
      seen = new Set([here])
    const next = nextStop(graph, here, seen, chance)
    const speed = chance.between(...SPEED[session.kind])
    for (const point of next === undefined ? [] : graph.way(here, next)) {
      at = walk(legs, graph, here, point, at, speed)
      here = point
    }
  }
  return { legs, stops: stops.filter(stop => stop.at < session.to) }
}

/** The leg that is under way at a moment of the round. */
export function legAt({ legs }: Route, at: EpochMs): Leg {
  let low = 0
  let high = legs.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (legs[middle]!.to <= at)
      low = middle + 1
    else
      high = middle
  }
  return legs[low]!
}

function nextStop(graph: RouteGraph, here: number, seen: ReadonlySet<number>, chance: Chance): number | undefined {
  const nearest = graph.stops
    .filter(stop => !seen.has(stop))
    .sort((a, b) => graph.metres(here, a) - graph.metres(here, b))
    .slice(0, NEAREST)
  return nearest[Math.floor(chance.next() * nearest.length)]
}

function stay(legs: Leg[], graph: RouteGraph, point: number, at: EpochMs, minutes: number): EpochMs {
  const place = graph.plane.toLngLat(graph.points[point]!)
  const to = Math.floor(at + minutes * MINUTE)
  legs.push({ from: at, to, start: place, end: place, speed: 0, course: legs.at(-1)?.course ?? 0 })
  return to
}

function walk(legs: Leg[], graph: RouteGraph, from: number, to: number, at: EpochMs, speed: number): EpochMs {
  const [start, end] = [graph.points[from]!, graph.points[to]!]
  const arrives = Math.ceil(at + Math.max(1, distance(start, end) / speed * 1000))
  const course = (Math.atan2(end[0] - start[0], end[1] - start[1]) * 180 / Math.PI + 360) % 360
  legs.push({ from: at, to: arrives, start: graph.plane.toLngLat(start), end: graph.plane.toLngLat(end), speed, course })
  return arrives
}
