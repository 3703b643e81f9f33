import type { Cover } from '../../../shared/indicators/onDutyCover.ts'
import type { SceneTheme } from '../../composables/sceneTheme.ts'
import type { MapEngine } from '../MapEngine.ts'
import type { MapLayer } from '../MapLayer.ts'
import { hatchImage } from '../images/hatchImage.ts'
import { GRIDS } from './gridFill.ts'

const HATCH = 'hatch'
const LAYERS = ['nobody-hatch', 'nobody-frame', 'no-signal-frame'] as const

/** Hatch and frame where nobody is on duty, a dashed frame where nothing is heard; needs the source of gridFill. */
export function gridMarksLayer(theme: SceneTheme, dense: boolean): MapLayer<readonly Cover[]> {
  const { scale, ink0 } = theme
  let engine: MapEngine | undefined
  const when = (cover: Cover, opacity: number) => ['case', ['==', ['feature-state', 'cover'], cover], opacity, 0] as ['case', ['==', ['feature-state', string], string], number, number]
  return {
    id: 'grid-marks',
    add(onto) {
      engine = onto
      engine.addImage(HATCH, hatchImage(ink0, scale), 1)
      engine.addLayer({ id: LAYERS[0], type: 'fill', source: GRIDS, paint: { 'fill-pattern': HATCH, 'fill-opacity': when('nobody', dense ? 0.6 : 0.3), 'fill-antialias': false } })
      engine.addLayer({ id: LAYERS[1], type: 'line', source: GRIDS, paint: { 'line-color': ink0, 'line-width': (dense ? 1.6 : 2) * scale, 'line-opacity': when('nobody', 0.9) } })
      engine.addLayer({ id: LAYERS[2], type: 'line', source: GRIDS, paint: { 'line-color': ink0, 'line-width': 1.6 * scale, 'line-dasharray': [2.5, 2], 'line-opacity': when('no-signal', 0.9) } })
    },
    update(covers, touched) {
      for (const id of touched === 'all' ? covers.keys() : touched)
        engine?.setState(GRIDS, id, { cover: covers[id] ?? 'covered' })
    },
    remove() {
      for (const layer of LAYERS)
        engine?.removeLayer(layer)
      engine?.removeImage(HATCH)
      engine = undefined
    },
  }
}
