import type { SceneTheme } from '../look/sceneTheme.ts'
import type { MapStyle } from './MapEngine.ts'
import type { MapGeometry } from './MapGeometry.ts'
import { GROUND, groundPart } from './groundPart.ts'

/** The ground of a map from the tokens alone: no address in it, no sprite, no glyphs. Widths are wall px × scale. */
export function mapStyle(geometry: MapGeometry, theme: SceneTheme): MapStyle {
  const { scale } = theme
  return {
    version: 8,
    // What is set is drawn by one repaint, not by those of a third of a second.
    transition: { duration: 0, delay: 0 },
    metadata: { font: theme.sans },
    sources: { [GROUND]: { type: 'geojson', data: geometry.ground } },
    layers: [
      { id: 'sky', type: 'background', paint: { 'background-color': theme.sky } },
      { id: 'graticule', type: 'line', ...groundPart('graticule'), paint: { 'line-color': theme.ink0, 'line-opacity': 0.07, 'line-width': scale } },
      { id: 'land', type: 'fill', ...groundPart('land'), paint: { 'fill-color': theme.ramp[0], 'fill-antialias': false } },
    ],
  }
}
