import type { Feature } from 'geojson'
import type { Cover } from '../../../shared/indicators/cover/onDutyCover.ts'
import type { SceneTheme } from '../../look/sceneTheme.ts'
import type { MapEngine } from '../MapEngine.ts'
import type { MapGeometry } from '../MapGeometry.ts'
import type { MapLayer } from '../MapLayer.ts'
import { hatchImage } from '../images/hatchImage.ts'
import { ripplesImage } from '../images/ripplesImage.ts'

const COVER = 'grid-cover'
const HATCH = 'hatch'
const RIPPLES = 'ripples'
const LAYERS = ['off-roster-ripples', 'absent-hatch', 'no-signal-frame'] as const

/** Hatch where somebody is absent, a dashed frame where nothing is heard, ripples of sand where nobody is expected; only those grids are in its source. */
export function gridMarksLayer(geometry: Pick<MapGeometry, 'gridOf'>, theme: SceneTheme, dense: boolean): MapLayer<readonly Cover[]> {
  const { scale, ink0 } = theme
  const marked = new Map<number, Cover>()
  let engine: MapEngine | undefined
  const where = (cover: Cover) => ['==', ['get', 'cover'], cover] as ['==', ['get', string], string]
  return {
    id: 'grid-marks',
    add(onto) {
      engine = onto
      marked.clear()
      engine.addLiveSource(COVER)
      engine.addImage(HATCH, hatchImage(ink0, scale), 1)
      engine.addImage(RIPPLES, ripplesImage(ink0, scale, dense), 1)
      engine.addLayer({ id: LAYERS[0], type: 'fill', source: COVER, filter: where('off-roster'), paint: { 'fill-pattern': RIPPLES, 'fill-opacity': dense ? 0.45 : 0.3, 'fill-antialias': false } })
      engine.addLayer({ id: LAYERS[1], type: 'fill', source: COVER, filter: where('absent'), paint: { 'fill-pattern': HATCH, 'fill-opacity': dense ? 0.6 : 0.3, 'fill-antialias': false } })
      engine.addLayer({ id: LAYERS[2], type: 'line', source: COVER, filter: where('no-signal'), paint: { 'line-color': ink0, 'line-width': 1.6 * scale, 'line-dasharray': [2.5, 2], 'line-opacity': 0.9 } })
    },
    update(covers, touched) {
      const remove: number[] = []
      const put: Feature[] = []
      for (const id of touched === 'all' ? covers.keys() : touched) {
        const cover = covers[id] === 'covered' ? undefined : covers[id]
        const grid = geometry.gridOf.get(id)
        if (!grid || cover === marked.get(id))
          continue
        if (cover === undefined) {
          remove.push(id)
          marked.delete(id)
        }
        else {
          put.push({ ...grid, properties: { cover } })
          marked.set(id, cover)
        }
      }
      if (remove.length > 0 || put.length > 0)
        engine?.changeData(COVER, { remove, put })
    },
    remove() {
      for (const layer of LAYERS)
        engine?.removeLayer(layer)
      engine?.removeSource(COVER)
      engine?.removeImage(HATCH)
      engine?.removeImage(RIPPLES)
      engine = undefined
    },
  }
}
