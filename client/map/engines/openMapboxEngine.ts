import type { GeoJSONSource, MapOptions } from 'mapbox-gl'
import type { MapEngine, MapEngineOptions, MapStyle } from '../MapEngine.ts'
import type { LibraryMap } from './LibraryMap.ts'
import mapboxgl from 'mapbox-gl'
import 'mapbox-gl/dist/mapbox-gl.css'
import { isRefusal } from './isRefusal.ts'
import { isSoftwareDrawn } from './isSoftwareDrawn.ts'
import { wrapMap } from './wrapMap.ts'

/** Never asked for: `localFontFamily` draws every glyph, but a style with text must name some address, with its braces. */
const NO_GLYPHS = 'https://glyphs.invalid/{fontstack}/{range}.pbf'

/** A map of Mapbox GL on the same local style; undefined where the token is refused. */
export async function openMapboxEngine({ container, style, bounds, timers, padding, token, testMode }: MapEngineOptions): Promise<MapEngine | undefined> {
  const map = new mapboxgl.Map({
    container,
    style: { ...style, glyphs: NO_GLYPHS } as MapOptions['style'] & object,
    bounds,
    fitBoundsOptions: { padding },
    interactive: false,
    fadeDuration: 0,
    // A view that comes back is cut into tiles anew, from what is here; kept, each takeover left about 150 GPU objects.
    maxTileCacheSize: 0,
    renderWorldCopies: false,
    projection: 'mercator',
    localFontFamily: fontOf(style),
    antialias: true,
    preserveDrawingBuffer: isSoftwareDrawn(),
    ...(token && { accessToken: token }),
    ...(testMode && { testMode }),
  })
  const outcome = await new Promise<'loaded' | 'refused'>((resolve) => {
    // Not `load`: a site's own tiles may be slow or away, and the district does not wait for them.
    map.once('style.load', () => resolve('loaded'))
    map.on('error', ({ error }: { error: { status?: number; message?: string } }) => {
      if (!testMode && isRefusal(error.message ?? '', error.status))
        resolve('refused')
    })
  })
  if (outcome === 'refused') {
    map.remove()
    return undefined
  }
  return wrapMap(map as unknown as LibraryMap, {
    library: 'mapbox',
    timers,
    live: { dynamic: true },
    changeData(id, { remove, put }) {
      const gone = remove.map(each => ({ type: 'Feature' as const, id: each, properties: {}, geometry: null }))
      const source: GeoJSONSource | undefined = map.getSource(id)
      source?.updateData({ type: 'FeatureCollection', features: [...gone, ...put] } as GeoJSON.FeatureCollection)
      return undefined
    },
  })
}

function fontOf(style: MapStyle): string {
  return (style.metadata as { font?: string } | undefined)?.font ?? 'sans-serif'
}
