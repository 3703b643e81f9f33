import type { FeatureCollection } from 'geojson'
import type { SceneTheme } from '../../composables/sceneTheme.ts'
import type { MapEngine } from '../MapEngine.ts'
import type { MapGeometry } from '../MapGeometry.ts'
import type { MapLayer } from '../MapLayer.ts'

/** Names of the towns by code, in the language of the screen. */
export type LabelsInput = (code: string) => string

/** Town names in the font of the page; they move out of the way of grave icons. */
export function labelsLayer(geometry: MapGeometry, { scale, ink0, sky, sans }: SceneTheme, dense: boolean): MapLayer<LabelsInput> {
  let engine: MapEngine | undefined
  return {
    id: 'labels',
    add(onto) {
      engine = onto
      engine.addSource('labels', { type: 'geojson', data: { type: 'FeatureCollection', features: [] } })
      engine.addLayer({
        id: 'labels',
        type: 'symbol',
        source: 'labels',
        layout: {
          'text-field': ['get', 'name'],
          'text-font': [sans.split(',')[0]!.replaceAll(/['"]/g, '').trim()],
          'text-size': (dense ? 18 : 17) * scale,
          'text-max-width': 20,
          'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
          'text-radial-offset': 0.4,
          'text-padding': 1,
        },
        paint: { 'text-color': ink0, 'text-halo-color': sky, 'text-halo-width': 1.8 * scale },
      })
    },
    update(name) {
      const data: FeatureCollection = {
        ...geometry.names,
        features: geometry.names.features.map(each => ({ ...each, properties: { name: name(String(each.properties?.code)) } })),
      }
      engine?.setData('labels', data)
    },
    remove() {
      engine?.removeLayer('labels')
      engine?.removeSource('labels')
      engine = undefined
    },
  }
}
