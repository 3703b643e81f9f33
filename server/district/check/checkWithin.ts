import type { Region } from '../../../shared/domain/district/regionsFile.ts'
import { regionChain } from '../../../shared/words/regionCode.ts'
import type { DistrictFault } from '../DistrictFault.ts'
import { interiorPoint } from '../geometry/interiorPoint.ts'
import { isInside, isOnBorder } from '../geometry/isInside.ts'
import { TOLERANCE } from './Land.ts'
import type { Land } from './Land.ts'

/** Every grid inside the nearest division above it that has a boundary. */
export function checkWithin(grids: readonly Land[], regions: readonly Region[], boundaries: readonly Land[]): DistrictFault[] {
  const byCode = new Map(boundaries.filter(land => land.sound).map(land => [land.code, land]))
  const names = new Map(regions.map(region => [region.code, region.names.zh]))
  const corners = new Map([...byCode].map(([code, land]) => [code, new Set(land.rings.flat().map(point => point.join()))]))
  return grids.flatMap((grid): DistrictFault[] => {
    const parent = regionChain(grid.code).slice(0, -1).reverse().find(code => byCode.has(code))
    const land = parent && byCode.get(parent)
    if (!parent || !land || !grid.sound)
      return []
    const own = corners.get(parent)
    const isOut = grid.rings.flat().some(point => !own?.has(point.join()) && !isInside(point, land.rings) && !isOnBorder(point, land.rings, TOLERANCE))
      || !isInside(interiorPoint(grid.rings), land.rings)
    return isOut ? [{ file: 'grids.geojson', code: grid.code, reason: `lies outside its parent ${names.get(parent) ?? ''} (${parent})` }] : []
  })
}
