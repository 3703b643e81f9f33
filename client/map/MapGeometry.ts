import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { DistrictResource } from '../../shared/protocol/districtResource.ts'
import type { GroundPart } from './groundPart.ts'
import type { Bounds } from './MapEngine.ts'
import { levelOf } from '../../shared/words/regionCode.ts'
import { boundsOf } from './geo/boundsOf.ts'
import { graticule } from './geo/graticule.ts'
import { sharedEdges } from './geo/sharedEdges.ts'

/** What a map draws that never changes, made once of the data set. Grids have their index in `district.grids` as id. */
export interface MapGeometry {
  bounds: Bounds
  /** All of it, each feature with its `part`: a map draws masks of its tiles for each source, and for this but once. */
  ground: FeatureCollection
  /** Grids by index: what is drawn of few alone has a source of its own. */
  gridOf: ReadonlyMap<number, Feature>
  /** A point inside each grid, by index. */
  centres: readonly [number, number][]
}

/** @param within codes of the regions to draw; all of the district where absent */
export function mapGeometry(district: DistrictResource, within?: readonly string[]): MapGeometry {
  const here = (code: string) => !within || within.some(region => code.startsWith(region))
  const towns = district.regions.filter(({ code, boundary }) => levelOf(code) === 'town' && boundary && here(code))
  const grids = district.grids.map((grid, index) => ({ grid, index })).filter(({ grid }) => here(grid.properties.code))
  const banner = district.regions.find(({ code }) => code === district.code)?.boundary
  const bounds = boundsOf(grids.map(({ grid }) => grid.geometry))
  const features = grids.map(({ grid, index }): Feature => ({ type: 'Feature', id: index, properties: { part: 'grid' }, geometry: grid.geometry }))
  const borders = multi(towns.map(({ boundary }) => boundary!))
  const parts: [GroundPart, Geometry][] = [
    ['graticule', graticule(bounds)],
    ['land', within || !banner ? borders : banner],
    // Where grids are dense, of communities too.
    ['community', { type: 'MultiLineString', coordinates: sharedEdges(grids.map(({ grid }) => grid), 'community') }],
    ['town', borders],
  ]
  return {
    bounds,
    ground: { type: 'FeatureCollection', features: [...parts.map(([part, geometry]): Feature => ({ type: 'Feature', properties: { part }, geometry })), ...features] },
    gridOf: new Map(features.map(each => [Number(each.id), each])),
    centres: district.grids.map(({ geometry }) => centreOf(geometry)),
  }
}

function multi(geometries: readonly ({ type: 'Polygon'; coordinates: [number, number][][] } | { type: 'MultiPolygon'; coordinates: [number, number][][][] })[]): Geometry {
  return { type: 'MultiPolygon', coordinates: geometries.flatMap(each => each.type === 'Polygon' ? [each.coordinates] : each.coordinates) }
}

/** Mean of the outer ring; for the small, compact shapes of grids it lies inside. */
function centreOf(geometry: DistrictResource['grids'][number]['geometry']): [number, number] {
  const ring = geometry.type === 'Polygon' ? geometry.coordinates[0]! : geometry.coordinates[0]![0]!
  const sum = ring.reduce(([x, y], [lng, lat]) => [x + lng, y + lat] as const, [0, 0] as readonly [number, number])
  return [sum[0] / ring.length, sum[1] / ring.length]
}
