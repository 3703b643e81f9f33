import type { BuildingFeature } from '../../../shared/domain/district/buildingsFile.ts'
import type { DistrictFault } from '../DistrictFault.ts'
import { isInside, isOnBorder } from '../geometry/isInside.ts'
import { axesOf } from './axes.ts'
import { TOLERANCE } from './Land.ts'
import type { Land } from './Land.ts'
import { repeated } from './repeated.ts'

const file = 'buildings.geojson'

/** Buildings: once each, in a grid that exists, and really inside its land. */
export function checkBuildings(buildings: readonly BuildingFeature[], grids: readonly Land[] | undefined): DistrictFault[] {
  const byCode = grids && new Map(grids.map(land => [land.code, land]))
  const faults: DistrictFault[] = repeated(buildings.map(building => building.properties.id)).map(code => ({ file, code, reason: 'duplicate id: another building has it too' }))
  for (const { properties: { id, grid }, geometry: { coordinates } } of buildings) {
    const add = (reason: string) => faults.push({ file, code: grid, reason: `building ${id} ${reason}` })
    const land = byCode?.get(grid)
    if (axesOf([coordinates]) === 'swapped')
      add('has its axes swapped: latitude stands before longitude')
    else if (byCode && !land)
      add(`names grid ${grid}, which does not exist`)
    else if (land?.sound && !isInside(coordinates, land.rings) && !isOnBorder(coordinates, land.rings, TOLERANCE))
      add('lies outside its grid')
  }
  return faults
}
