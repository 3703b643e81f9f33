import type { BuildingFeature } from '../../../../shared/domain/district/buildingsFile.ts'
import type { GridFeature } from '../../../../shared/domain/district/gridsFile.ts'
import type { Chance } from '../Chance.ts'
import type { Edge, LngLat, Point } from './plane.ts'
import { distance, edgesOf, isClear, isInside, Plane } from './plane.ts'

const CROSSINGS = 10
const TRIES = 400
/** Ways keep this share of the grid's size away from its border. */
const MARGIN = 0.003

/** Ways inside one grid: its buildings and some crossings, joined wherever the straight way stays in the grid. */
export class RouteGraph {
  readonly plane: Plane
  readonly points: Point[]
  /** Numbers of the points at which a patrol stops; they reach each other. Never empty. */
  readonly stops: readonly number[]
  private readonly buildings: readonly BuildingFeature[]
  /** Length of the shortest way and its first step, by from × count + to. */
  private readonly length: Float64Array
  private readonly step: Int16Array

  constructor(grid: GridFeature, buildings: readonly BuildingFeature[], chance: Chance) {
    const outer = grid.geometry.type === 'Polygon' ? grid.geometry.coordinates[0] : grid.geometry.coordinates[0]?.[0]
    this.plane = new Plane(outer?.[0] ?? [0, 0])
    const edges = edgesOf(grid.geometry, this.plane)
    // A building outside its grid is a fault of the data set, which a patrol does not follow.
    this.buildings = buildings.filter(building => isInside(this.plane.toPoint(building.geometry.coordinates), edges))
    this.points = [...this.buildings.map(building => this.plane.toPoint(building.geometry.coordinates)), ...crossings(edges, chance)]
    const count = this.points.length
    this.length = new Float64Array(count * count).fill(Infinity)
    this.step = new Int16Array(count * count).fill(-1)
    this.join(edges)
    this.shorten()
    this.stops = this.reachable()
  }

  /** Id of the building at a point; undefined at a crossing. */
  buildingAt(point: number): BuildingFeature | undefined {
    return this.buildings[point]
  }

  /** Metres of the shortest way. */
  metres(from: number, to: number): number {
    return from === to ? 0 : this.length[from * this.points.length + to]!
  }

  /** Points of the shortest way, the first left out. */
  way(from: number, to: number): number[] {
    const way: number[] = []
    for (let at = from; at !== to && way.length < this.points.length;) {
      at = this.step[at * this.points.length + to]!
      if (at < 0)
        break
      way.push(at)
    }
    return way
  }

  /** A place on a way that leaves a point, at most `metres` from it. */
  near(point: number, metres: number, chance: Chance): LngLat {
    const here = this.points[point]!
    const others = this.points.map((_, index) => index).filter(other => other !== point && this.step[point * this.points.length + other] === other)
    const there = this.points[others[Math.floor(chance.next() * others.length)] ?? point]!
    const whole = distance(here, there)
    const share = whole === 0 ? 0 : Math.min(1, metres / whole) * chance.next()
    return this.plane.toLngLat([here[0] + (there[0] - here[0]) * share, here[1] + (there[1] - here[1]) * share])
  }

  private join(edges: readonly Edge[]): void {
    const count = this.points.length
    const margin = MARGIN * size(edges)
    for (let a = 0; a < count; a++) {
      for (let b = a + 1; b < count; b++) {
        if (!isClear(this.points[a]!, this.points[b]!, edges, margin))
          continue
        this.length[a * count + b] = this.length[b * count + a] = distance(this.points[a]!, this.points[b]!)
        this.step[a * count + b] = b
        this.step[b * count + a] = a
      }
    }
  }

  private shorten(): void {
    const count = this.points.length
    for (let via = 0; via < count; via++) {
      for (let from = 0; from < count; from++) {
        for (let to = 0; to < count; to++) {
          const length = this.length[from * count + via]! + this.length[via * count + to]!
          if (from === to || length >= this.length[from * count + to]!)
            continue
          this.length[from * count + to] = length
          this.step[from * count + to] = this.step[from * count + via]!
        }
      }
    }
  }

  /** The largest set of buildings that reach each other; of crossings, where there is no building. */
  private reachable(): number[] {
    const candidates = this.points.map((_, index) => index).filter(index => this.buildings.length === 0 || index < this.buildings.length)
    return candidates
      .map(from => candidates.filter(to => Number.isFinite(this.metres(from, to))))
      .reduce((most, each) => each.length > most.length ? each : most, candidates.slice(0, 1))
  }
}

function crossings(edges: readonly Edge[], chance: Chance): Point[] {
  const [left, right, low, high] = bounds(edges)
  const found: Point[] = []
  for (let tries = 0; tries < TRIES && found.length < CROSSINGS; tries++) {
    const point: Point = [chance.between(left, right), chance.between(low, high)]
    if (isInside(point, edges))
      found.push(point)
  }
  // A sliver that chance never hits still has a middle to stand in.
  return found.length > 0 ? found : [[(left + right) / 2, (low + high) / 2]]
}

function bounds(edges: readonly Edge[]): [number, number, number, number] {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [[x, y]] of edges)
    [left, right, low, high] = [Math.min(left, x), Math.max(right, x), Math.min(low, y), Math.max(high, y)]
  return [left, right, low, high]
}

function size(edges: readonly Edge[]): number {
  const [left, right, low, high] = bounds(edges)
  return Math.min(right - left, high - low)
}
