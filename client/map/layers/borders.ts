import type { SceneTheme } from '../../composables/sceneTheme.ts'
import type { MapEngine, MapLayerStyle } from '../MapEngine.ts'
import type { MapGeometry } from '../MapGeometry.ts'
import type { MapLayer } from '../MapLayer.ts'

const SOURCES = ['communities', 'towns', 'outline'] as const

/** Borders of communities, towns and the district; no boundary outside the district. */
export function bordersLayer(geometry: MapGeometry, theme: SceneTheme, dense: boolean): MapLayer<void> {
  let engine: MapEngine | undefined
  const layers = bordersOf(theme, dense)
  return {
    id: 'borders',
    add(onto) {
      engine = onto
      engine.addSource('communities', { type: 'geojson', data: geometry.communities })
      engine.addSource('towns', { type: 'geojson', data: geometry.towns })
      engine.addSource('outline', { type: 'geojson', data: geometry.land })
      for (const layer of layers)
        engine.addLayer(layer)
    },
    update() {},
    remove() {
      for (const { id } of layers)
        engine?.removeLayer(id)
      for (const source of SOURCES)
        engine?.removeSource(source)
      engine = undefined
    },
  }
}

/** From this zoom on the banner's map has the borders of the inset. */
const NEAR = 10

function bordersOf({ scale, sky, ink0 }: SceneTheme, dense: boolean): MapLayerStyle[] {
  const line = (id: string, source: string, colour: string, width: number, opacity: number): MapLayerStyle & { type: 'line' } =>
    ({ id, type: 'line', source, layout: { 'line-join': 'round' }, paint: { 'line-color': colour, 'line-width': width * scale, 'line-opacity': opacity } })
  const near = [line('community-line', 'communities', sky, 3, 1), line('town-line-near', 'towns', ink0, 1.6, 0.75)]
  if (dense)
    return near
  return [
    { ...line('town-line', 'towns', ink0, 1.1, 0.38), maxzoom: NEAR },
    ...near.map(each => ({ ...each, minzoom: NEAR })),
    line('outline-casing', 'outline', sky, 7, 0.9),
    line('outline-line', 'outline', ink0, 1.8, 0.85),
  ]
}
