import type { SceneTheme } from '../../composables/sceneTheme.ts'
import type { MapEngine } from '../MapEngine.ts'
import type { MapLayer } from '../MapLayer.ts'
import type { RegionLabel } from '../regionLabels.ts'
import { DIMMED } from './regionDim.ts'

export const LABELS = 'labels'

/** Names in the language of the screen; the id of a feature is its place in `labels`. */
export interface LabelsInput { labels: readonly RegionLabel[]; name: (code: string) => string }

/** Names in the font of the page; they never lie over each other, and move out of the way of grave icons. */
export function labelsLayer({ scale, textFactor, ink0, sky, sans }: SceneTheme, dense: boolean): MapLayer<LabelsInput> {
  let engine: MapEngine | undefined
  return {
    id: LABELS,
    add(onto) {
      engine = onto
      engine.addSource(LABELS, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } })
      engine.addLayer({
        id: LABELS,
        type: 'symbol',
        source: LABELS,
        layout: {
          'text-field': ['get', 'name'],
          'text-font': [sans.split(',')[0]!.replaceAll(/['"]/g, '').trim()],
          'text-size': (dense ? 18 : 17) * scale * textFactor,
          'text-max-width': 20,
          'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right', 'top-left', 'top-right', 'bottom-left', 'bottom-right'],
          'text-radial-offset': 0.9,
          'text-padding': 2 * scale,
          'symbol-sort-key': ['get', 'rank'],
        },
        paint: { 'text-color': ink0, 'text-opacity': ['case', ['get', 'out'], DIMMED, 1], 'text-halo-color': sky, 'text-halo-width': 1.8 * scale },
      })
    },
    update({ labels, name }) {
      engine?.setData(LABELS, {
        type: 'FeatureCollection',
        features: labels.map(({ code, at, out }, id) => ({ type: 'Feature', id, properties: { name: name(code), out, rank: id }, geometry: { type: 'Point', coordinates: at } })),
      })
    },
    remove() {
      engine?.removeLayer(LABELS)
      engine?.removeSource(LABELS)
      engine = undefined
    },
  }
}
