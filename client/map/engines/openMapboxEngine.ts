import type { GeoJSONSource, MapOptions } from 'mapbox-gl'
import type { MapEngine, MapEngineOptions, MapStyle } from '../MapEngine.ts'
import type { LibraryMap } from './LibraryMap.ts'
import mapboxgl from 'mapbox-gl'
import 'mapbox-gl/dist/mapbox-gl.css'
import { wrapMap } from './wrapMap.ts'

/** Never asked for: `localFontFamily` draws every glyph, but a style with text must name some address. */
const NO_GLYPHS = 'glyphs/{fontstack}/{range}.pbf'

/** A map of Mapbox GL on the same local style; undefined where the token is refused. */
export async function openMapboxEngine({ container, style, bounds, padding, token, testMode }: MapEngineOptions): Promise<MapEngine | undefined> {
  const map = new mapboxgl.Map({
    container,
    style: { ...toMapbox(style), glyphs: new URL(NO_GLYPHS, container.ownerDocument.baseURI).href } as MapOptions['style'] & object,
    bounds,
    fitBoundsOptions: { padding },
    interactive: false,
    fadeDuration: 0,
    renderWorldCopies: false,
    projection: 'mercator',
    localFontFamily: fontOf(style),
    antialias: true,
    ...(token && { accessToken: token }),
    ...(testMode && { testMode }),
  })
  const outcome = await new Promise<'loaded' | 'refused'>((resolve) => {
    map.once('load', () => resolve('loaded'))
    map.on('error', ({ error }: { error: { status?: number; message?: string } }) => {
      if (!testMode && (error.status === 401 || error.status === 403 || /access token/i.test(error.message ?? '')))
        resolve('refused')
    })
  })
  if (outcome === 'refused') {
    map.remove()
    return undefined
  }
  const engine = wrapMap(map as unknown as LibraryMap, 'mapbox', (id, { remove, put }) => {
    const gone = remove.map(each => ({ type: 'Feature' as const, id: each, properties: {}, geometry: null }))
    const source: GeoJSONSource | undefined = map.getSource(id)
    source?.updateData({ type: 'FeatureCollection', features: [...gone, ...put] } as GeoJSON.FeatureCollection)
  })
  return { ...engine, addSource: (id, source) => engine.addSource(id, dynamic(source)) }
}

/** `updateData` works on sources alone that say so. */
function dynamic<S>(source: S): S {
  return { ...source, dynamic: true }
}

function toMapbox(style: MapStyle): MapStyle {
  const sources = Object.entries(style.sources).map(([id, source]) => [id, source.type === 'geojson' ? dynamic(source) : source] as const)
  return { ...style, sources: Object.fromEntries(sources) }
}

function fontOf(style: MapStyle): string {
  return (style.metadata as { font?: string } | undefined)?.font ?? 'sans-serif'
}
