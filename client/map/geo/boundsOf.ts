import type { GridGeometry } from '../../../shared/domain/district/gridsFile.ts'
import type { Bounds } from '../MapEngine.ts'

/** West, south, east, north of geometries together; at least one of them must have a point. */
export function boundsOf(geometries: Iterable<GridGeometry>): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const geometry of geometries) {
    for (const [lng, lat] of ringsOf(geometry).flat()) {
      west = Math.min(west, lng)
      south = Math.min(south, lat)
      east = Math.max(east, lng)
      north = Math.max(north, lat)
    }
  }
  return [west, south, east, north]
}

/** All rings of a geometry, outer and inner alike. */
export function ringsOf(geometry: GridGeometry): [number, number][][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
}
