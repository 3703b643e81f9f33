import type { Feature, FeatureCollection } from 'geojson'
import type { DistrictResource } from '../../shared/protocol/districtResource.ts'
import type { Bounds } from './MapEngine.ts'
import { boundsOf } from './geo/boundsOf.ts'
import { graticule } from './geo/graticule.ts'
import { sharedEdges } from './geo/sharedEdges.ts'

/** What a map draws that never changes, made once of the data set. Grids have their index in `district.grids` as id. */
export interface MapGeometry {
  bounds: Bounds
  grids: FeatureCollection
  /** The same by index: what is drawn of few grids alone has a source of its own. */
  gridOf: ReadonlyMap<number, Feature>
  /** A point inside each grid, by index. */
  centres: readonly [number, number][]
  land: Feature
  /** Borders of towns and, where grids are dense, of communities. */
  towns: Feature
  communities: Feature
  graticule: Feature
}

/** @param within codes of the regions to draw; all of the district where absent */
export function mapGeometry(district: DistrictResource, within?: readonly string[]): MapGeometry {
  const here = (code: string) => !within || within.some(region => code.startsWith(region))
  const towns = district.regions.filter(({ code, boundary }) => code.length === 9 && boundary && here(code))
  const grids = district.grids.map((grid, index) => ({ grid, index })).filter(({ grid }) => here(grid.properties.code))
  const banner = district.regions.find(({ code }) => code === district.code)?.boundary
  const bounds = boundsOf(grids.map(({ grid }) => grid.geometry))
  const features = grids.map(({ grid, index }): Feature => ({ type: 'Feature', id: index, properties: {}, geometry: grid.geometry }))
  return {
    bounds,
    grids: { type: 'FeatureCollection', features },
    gridOf: new Map(features.map(each => [Number(each.id), each])),
    centres: district.grids.map(({ geometry }) => centreOf(geometry)),
    land: within || !banner
      ? multi(towns.map(({ boundary }) => boundary!))
      : { type: 'Feature', properties: {}, geometry: banner },
    towns: multi(towns.map(({ boundary }) => boundary!)),
    communities: { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: sharedEdges(grids.map(({ grid }) => grid), 12) } },
    graticule: graticule(bounds),
  }
}

function multi(geometries: readonly ({ type: 'Polygon'; coordinates: [number, number][][] } | { type: 'MultiPolygon'; coordinates: [number, number][][][] })[]): Feature {
  return {
    type: 'Feature',
    properties: {},
    geometry: { type: 'MultiPolygon', coordinates: geometries.flatMap(each => each.type === 'Polygon' ? [each.coordinates] : each.coordinates) },
  }
}

/** Mean of the outer ring; for the small, compact shapes of grids it lies inside. */
function centreOf(geometry: DistrictResource['grids'][number]['geometry']): [number, number] {
  const ring = geometry.type === 'Polygon' ? geometry.coordinates[0]! : geometry.coordinates[0]![0]!
  const sum = ring.reduce(([x, y], [lng, lat]) => [x + lng, y + lat] as const, [0, 0] as readonly [number, number])
  return [sum[0] / ring.length, sum[1] / ring.length]
}
