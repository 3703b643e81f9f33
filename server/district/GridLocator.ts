import booleanPointInPolygon from '@turf/boolean-point-in-polygon'
import Flatbush from 'flatbush'
import type { GridFeature } from '../../shared/domain/district/gridsFile.ts'
import type { GridCode } from '../../shared/words/regionCode.ts'
import { boxOf } from './geometry/boxOf.ts'

/** Finds the grid that holds a point. Built once; a point on a shared edge belongs to the lowest code. */
export class GridLocator {
  readonly #grids: GridFeature[]
  readonly #index: Flatbush

  constructor(grids: readonly GridFeature[]) {
    this.#grids = [...grids].sort((a, b) => a.properties.code < b.properties.code ? -1 : 1)
    this.#index = new Flatbush(this.#grids.length)
    for (const { geometry } of this.#grids)
      this.#index.add(...boxOf(geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()))
    this.#index.finish()
  }

  /** WGS 84 degrees. Undefined: no grid holds the point. */
  locate(lng: number, lat: number): GridCode | undefined {
    const near = this.#index.search(lng, lat, lng, lat).sort((a, b) => a - b)
    for (const id of near) {
      const grid = this.#grids[id]
      if (grid && booleanPointInPolygon([lng, lat], grid.geometry))
        return grid.properties.code
    }
    return undefined
  }
}
