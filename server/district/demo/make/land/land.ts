import { communities, gachas } from '../Divisions.ts'
import type { Town, Unit } from '../Divisions.ts'
import { dissolve } from './dissolve.ts'
import { gatherStrays } from './gatherStrays.ts'
import { largestRemainder } from '../largestRemainder.ts'
import type { Cell } from './mesh.ts'
import { neighbours } from './neighbours.ts'
import { noise } from './noise.ts'
import { areaKm2, centroid, distance, toKm } from './plane.ts'
import type { Point, Ring } from './plane.ts'
import type { Random } from '../Random.ts'
import { readingOrder } from './readingOrder.ts'
import { share } from '../share.ts'
import { TOWN_AREAS } from './townAreas.ts'

/** Land of one grid outside the urban area: a town-seat community, or several gachas joined. */
export interface LandGrid { town: Town, units: [Unit, ...Unit[]], kind: 'town' | 'pastoral', rings: Ring[] }

const PASTORAL_GRIDS = 50
const SEAT_KM2 = 6

export function seatRadius(town: Town): number {
  return Math.sqrt(communities(town).length * SEAT_KM2 / Math.PI)
}

/** Gives every cell to a town, then within the town to a community around the seat or to a joint grid of the pasture. */
export function land(cells: Cell[], towns: Town[], random: Random): LandGrid[] {
  const near = neighbours(cells.map(cell => cell.ring))
  const areas = cells.map(cell => areaKm2(cell.ring))
  const pieces = cells.map((cell, i) => ({ at: warp(cell.centre), area: areas[i] ?? 0 }))
  const seats = towns.map(town => toKm(town.seat))
  const owners = share(pieces, towns.map(town => ({ at: warp(toKm(town.seat)), target: TOWN_AREAS[town.code] ?? 0 })), { rounds: 220, relax: false })
  cells.forEach((cell, i) => seats.forEach((seat, town) => {
    if (distance(seat, cell.centre) < seatRadius(towns[town] as Town) + 4)
      owners[i] = town
  }))
  gatherStrays(owners, near, areas)
  const counts = largestRemainder(towns.map(town => gachas(town).length), PASTORAL_GRIDS)
  return towns.flatMap((town, t) => {
    const own = cells.flatMap((_, i) => owners[i] === t ? [i] : [])
    const seat = seats[t] ?? [0, 0]
    const inSeat = (i: number) => distance(seat, cells[i]?.centre ?? [0, 0]) < seatRadius(town) * (1 + 0.18 * noise(...(cells[i]?.centre ?? seat), 2, 31))
    const divide = (ids: number[], count: number, kind: LandGrid['kind']) => parts(ids, count, kind, { cells, near, areas, random })
    return [
      ...name(town, communities(town), 'town', divide(own.filter(inSeat), communities(town).length, 'town')),
      ...name(town, gachas(town), 'pastoral', divide(own.filter(i => !inSeat(i)), counts[t] ?? 0, 'pastoral')),
    ]
  })
}

function parts(ids: number[], count: number, kind: LandGrid['kind'], ground: { cells: Cell[], near: Map<number, number>[], areas: number[], random: Random }): Ring[][] {
  if (count === 0)
    return []
  const { cells, random } = ground
  const pieces = ids.map(i => ({ at: kind === 'town' ? cells[i]?.centre ?? [0, 0] : warp(cells[i]?.centre ?? [0, 0]), area: ground.areas[i] ?? 0 }))
  const sites = Array.from({ length: count }, () => ({ at: pieces[random.whole(0, pieces.length - 1)]?.at ?? [0, 0] as Point, target: random.between(0.7, 1.3) }))
  const owners = share(pieces, sites, { rounds: 150, relax: true })
  const place = new Map(ids.map((id, at) => [id, at]))
  const near = ids.map(id => new Map([...ground.near[id] ?? []].flatMap(([other, length]) => {
    const at = place.get(other)
    return at === undefined ? [] : [[at, length] as const]
  })))
  gatherStrays(owners, near, pieces.map(piece => piece.area))
  return sites.map((_, site) => ids.flatMap((id, at) => owners[at] === site ? [cells[id]?.ring ?? []] : []))
}

/** In reading order: the first gets the first units, so that codes run west to east, then north to south. */
function name(town: Town, units: Unit[], kind: LandGrid['kind'], lands: Ring[][]): LandGrid[] {
  const middles = lands.map(rings => centroid(dissolve(rings)[0]?.[0] ?? []))
  const each = largestRemainder(lands.map(() => 1), units.length)
  let taken = 0
  return readingOrder(middles).map((index, order) => {
    const own = units.slice(taken, taken += each[order] ?? 0)
    const [first] = own
    if (!first)
      throw new Error(`${town.code} has more grids than units`)
    return { town, units: [first, ...own.slice(1)], kind, rings: lands[index] ?? [] }
  })
}

/** Borders wander: places are compared after a smooth shift. */
function warp([x, y]: Point): Point {
  return [x + 10 * noise(x, y, 30, 21), y + 10 * noise(x, y, 30, 22)]
}
