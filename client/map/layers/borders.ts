import type { SceneTheme } from '../../look/sceneTheme.ts'
import type { GroundPart } from '../groundPart.ts'
import type { MapEngine, MapLayerStyle } from '../MapEngine.ts'
import type { MapLayer } from '../MapLayer.ts'
import { groundPart } from '../groundPart.ts'

/** Borders of communities, towns and the district; no boundary outside the district. */
export function bordersLayer(theme: SceneTheme, dense: boolean): MapLayer<void> {
  let engine: MapEngine | undefined
  const layers = bordersOf(theme, dense)
  return {
    id: 'borders',
    add(onto) {
      engine = onto
      for (const layer of layers)
        engine.addLayer(layer)
    },
    update() {},
    remove() {
      for (const { id } of layers)
        engine?.removeLayer(id)
      engine = undefined
    },
  }
}

/** From this zoom on the banner's map has the borders of the inset. */
const NEAR = 10

function bordersOf({ scale, sky, ink0 }: SceneTheme, dense: boolean): MapLayerStyle[] {
  const line = (id: string, part: GroundPart, colour: string, width: number, opacity: number): MapLayerStyle & { type: 'line' } =>
    ({ id, type: 'line', ...groundPart(part), layout: { 'line-join': 'round' }, paint: { 'line-color': colour, 'line-width': width * scale, 'line-opacity': opacity } })
  const near = [line('community-line', 'community', sky, 3, 1), line('town-line-near', 'town', ink0, 1.6, 0.75)]
  if (dense)
    return near
  return [
    { ...line('town-line', 'town', ink0, 1.1, 0.38), maxzoom: NEAR },
    ...near.map(each => ({ ...each, minzoom: NEAR })),
    line('outline-casing', 'land', sky, 7, 0.9),
    line('outline-line', 'land', ink0, 1.8, 0.85),
  ]
}
