import type { GridProperties } from '../../../../shared/domain/district/gridsFile.ts'
import type { DemoGrid } from './DemoGrid.ts'
import { toGeoJson } from './DemoGrid.ts'
import { communities, isSubdistrict } from './Divisions.ts'
import type { Divisions, Town, Unit } from './Divisions.ts'
import { dissolve } from './land/dissolve.ts'
import { pastoralName, townName, urbanName } from './gridNames.ts'
import { land, seatRadius } from './land/land.ts'
import { mesh } from './land/mesh.ts'
import { toKm } from './land/plane.ts'
import type { Ring } from './land/plane.ts'
import { population } from './population.ts'
import { Random } from './Random.ts'
import { smooth } from './land/smooth.ts'
import { stitch } from './land/stitch.ts'
import { urban } from './land/urban.ts'

interface Draft { town: Town, units: [Unit, ...Unit[]], kind: GridProperties['kind'], rings: Ring[] }

const BAYANHOT = { at: toKm([105.689, 38.841]), radius: 4 }

/** All grids of the demo district, sorted by code: neighbours share exactly the same corners, and together they fill the outline. */
export function grids(divisions: Divisions, outline: Ring): DemoGrid[] {
  const streets = divisions.regions.filter(isSubdistrict)
  const towns = divisions.regions.filter(town => !isSubdistrict(town))
  const inTown = urban(streetPlan(streets), new Random('urban'))
  const [blob] = dissolve(inTown.map(grid => grid.ring))
  const seats = towns.filter(town => communities(town).length > 0).map(town => ({ at: toKm(town.seat), radius: seatRadius(town) + 0.6 }))
  const cells = mesh(outline, blob?.[0] ?? [], [BAYANHOT, ...seats], new Random('mesh'))
  const pieces = [...cells.map(cell => cell.ring), ...inTown.map(grid => grid.ring)]
  stitch(pieces, 2)
  const urbanDrafts = inTown.map(({ community, ring }): Draft => ({ ...home(streets, community), kind: 'urban', rings: [ring] }))
  const drafts: Draft[] = [...urbanDrafts, ...land(cells, towns, new Random('land'))]
  const shapes = drafts.map(draft => wholeShape(draft))
  smooth(shapes.flat(), new Set([...dissolve(pieces).flat(2), ...urbanDrafts.flatMap(draft => draft.rings.flat())].map(point => point.join())), 2)
  return finish(drafts, shapes)
}

/** Which streets lie where; communities west to east. */
function streetPlan(streets: Town[]) {
  const codes = (town: string, order: number[]) => order.map(serial => `${town}${String(serial).padStart(3, '0')}`)
  const plan = {
    west: codes('152921405', [3, 2, 4, 1]),
    middle: codes('152921404', [1, 4, 2, 3]),
    east: codes('152921402', [5, 1, 7, 6, 4, 3, 2]),
    south: codes('152921403', [2, 1, 3, 5, 4, 6]),
  }
  const planned = Object.values(plan).flat().sort().join()
  if (planned !== streets.flatMap(communities).map(unit => unit.code).sort().join())
    throw new Error('the plan of streets names other communities than the list of divisions')
  return plan
}

function home(streets: Town[], community: string): Pick<Draft, 'town' | 'units'> {
  for (const town of streets) {
    const unit = town.units.find(({ code }) => code === community)
    if (unit)
      return { town, units: [unit] }
  }
  throw new Error(`no community ${community}`)
}

function wholeShape({ town, rings }: Draft): Ring[] {
  const shapes = dissolve(rings)
  const [shape] = shapes
  if (!shape || shapes.length > 1)
    throw new Error(`a grid of ${town.code} came out in ${shapes.length} parts`)
  return shape
}

function finish(drafts: Draft[], shapes: Ring[][]): DemoGrid[] {
  const people = population(drafts.map(draft => draft.kind), new Random('population'))
  return drafts.map(({ town, units, kind }, index): DemoGrid => {
    const [first] = units
    const serial = 1 + drafts.slice(0, index).filter(other => other.units[0].code === first.code).length
    const shape = shapes[index] ?? []
    return {
      town,
      units,
      shape,
      feature: {
        type: 'Feature',
        properties: {
          code: `${first.code}${String(serial).padStart(3, '0')}`,
          names: gridName(drafts, index, serial),
          kind,
          members: kind === 'pastoral' ? units.map(unit => unit.code) : [],
          ...people[index] ?? { households: 0, residents: 0 },
        },
        geometry: { type: 'Polygon', coordinates: toGeoJson(shape) },
      },
    }
  }).sort((a, b) => a.feature.properties.code < b.feature.properties.code ? -1 : 1)
}

function gridName(drafts: Draft[], index: number, serial: number) {
  const { town, units: [unit], kind } = drafts[index] as Draft
  if (kind === 'urban')
    return urbanName(unit, serial)
  if (kind === 'town')
    return townName(town, unit)
  const isSibling = (other: Draft) => other.town === town && other.kind === 'pastoral'
  return pastoralName(town, 1 + drafts.slice(0, index).filter(isSibling).length, drafts.filter(isSibling).length)
}
