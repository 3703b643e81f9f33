import type { SceneTheme } from '../../look/sceneTheme.ts'
import type { MapEngine } from '../MapEngine.ts'
import type { MapGeometry } from '../MapGeometry.ts'
import type { MapLayer } from '../MapLayer.ts'
import { GROUND, groundPart } from '../groundPart.ts'
import { NO_DATA } from '../../../shared/indicators/grid/noData.ts'

export const GRID_FILL = 'grid-fill'

/** Class 0–4 of each grid by index, or `NO_DATA`: a hole. */
export type GridFillInput = Uint8Array

/** The grids coloured by class through feature-state `b`, and their borders. */
export function gridFillLayer(geometry: Pick<MapGeometry, 'gridOf'>, theme: SceneTheme, dense: boolean): MapLayer<GridFillInput> {
  const { scale, ramp } = theme
  const ids = geometry.gridOf
  let engine: MapEngine | undefined
  return {
    id: GRID_FILL,
    add(onto) {
      engine = onto
      engine.addLayer({
        id: GRID_FILL,
        type: 'fill',
        ...groundPart('grid'),
        paint: {
          'fill-color': ['match', ['coalesce', ['feature-state', 'b'], 0], 1, ramp[1], 2, ramp[2], 3, ramp[3], 4, ramp[4], NO_DATA, theme.sky, ramp[0]],
          'fill-opacity': dense ? 1 : 0.93,
          'fill-antialias': false,
        },
      })
      engine.addLayer({ id: 'grid-line', type: 'line', ...groundPart('grid'), paint: { 'line-color': theme.sky, 'line-width': (dense ? 1.2 : 0.9) * scale, 'line-opacity': 0.85 } })
    },
    update(classes, touched) {
      for (const id of touched === 'all' ? ids.keys() : touched) {
        if (ids.has(id))
          engine?.setState(GROUND, id, { b: classes[id] ?? 0 })
      }
    },
    remove() {
      engine?.clearState(GROUND)
      engine?.removeLayer('grid-line')
      engine?.removeLayer(GRID_FILL)
      engine = undefined
    },
  }
}
