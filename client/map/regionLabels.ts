import type { DistrictResource } from '../../shared/protocol/districtResource.ts'
import type { RegionCode } from '../../shared/words/regionCode.ts'
import { isWithin, levelOf, regionChain } from '../../shared/words/regionCode.ts'
import { partsOf } from '../picture/regionSteps.ts'
import { labelPoint } from './geo/labelPoint.ts'

export interface RegionLabel {
  code: RegionCode
  /** Longitude, latitude. */
  at: [number, number]
  /** Outside the chosen region. */
  out: boolean
}

/**
 * What is named on a map whose chosen region is given: its parts, and beside it, fainter, the regions that lie around it
 * at each level above. @returns the same places for the same region, most important first
 */
export function createRegionLabels(district: DistrictResource, dense: boolean): (region: RegionCode) => RegionLabel[] {
  const inset = district.map.inset?.regions ?? []
  const isDense = (code: RegionCode) => inset.some(each => isWithin(code, each))
  const boundaries = new Map(district.regions.map(({ code, boundary }) => [code, boundary]))
  const places = new Map<RegionCode, [number, number]>()

  function place(code: RegionCode): [number, number] {
    const known = places.get(code)
    if (known)
      return known
    const boundary = boundaries.get(code)
    const grids = district.grids.filter(({ properties }) => isWithin(properties.code, code)).map(({ geometry }) => geometry)
    const at = labelPoint(boundary && levelOf(code) === 'town' ? boundary : {
      type: 'MultiPolygon',
      coordinates: grids.flatMap(each => each.type === 'Polygon' ? [each.coordinates] : each.coordinates),
    })
    places.set(code, at)
    return at
  }

  /** A community that is one grid is named as the grid: a joint grid holds more than the gacha whose code it has. */
  function parts(region: RegionCode): RegionCode[] {
    return partsOf(district, region).map((code) => {
      const within = levelOf(code) === 'community' ? partsOf(district, code) : []
      return within.length === 1 ? within[0]! : code
    })
  }

  return (region) => {
    if (dense)
      return parts(district.code).filter(isDense).map(code => ({ code, at: place(code), out: !isWithin(code, region) && !isWithin(region, code) }))
    const chain = regionChain(region)
    const deepest = [...chain].reverse().find(code => code.length < 15) ?? district.code
    return chain.filter(code => code.length < 15).reverse()
      .flatMap(parts)
      // A region whose parts are named stands in their midst.
      .filter(code => !isWithin(deepest, code))
      // Seen from afar the dense part has a picture of its own.
      .filter(code => region.length > 6 && isDense(region) || !isDense(code))
      .map(code => ({ code, at: place(code), out: !isWithin(code, region) }))
  }
}
