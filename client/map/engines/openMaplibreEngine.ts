import type { GeoJSONSource } from 'maplibre-gl'
import type { MapEngine, MapEngineOptions } from '../MapEngine.ts'
import type { LibraryMap } from './LibraryMap.ts'
import { Map as MaplibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { isSoftwareDrawn } from './isSoftwareDrawn.ts'
import { wrapMap } from './wrapMap.ts'

/** A map of MapLibre GL: draws from its own style alone, names from the fonts of the page. */
export async function openMaplibreEngine({ container, style, bounds, timers, padding }: MapEngineOptions): Promise<MapEngine> {
  setWorkerUrl(workerUrl)
  const map = new MaplibreMap({
    container,
    style,
    bounds,
    fitBoundsOptions: { padding },
    interactive: false,
    attributionControl: false,
    fadeDuration: 0,
    // A view that comes back is cut into tiles anew, from what is here; kept, each takeover left about 150 GPU objects.
    maxTileCacheSize: 0,
    renderWorldCopies: false,
    validateStyle: false,
    canvasContextAttributes: { preserveDrawingBuffer: isSoftwareDrawn() },
  })
  // Not `load`: a site's own tiles may be slow or away, and the district does not wait for them.
  await new Promise<void>(resolve => map.once('style.load', () => resolve()))
  return wrapMap(map as unknown as LibraryMap, {
    library: 'maplibre',
    timers,
    live: {},
    changeData(id, { remove, put }) {
      const source = map.getSource(id) as GeoJSONSource
      // An abort when the map is removed meanwhile is no news.
      return source.updateData({ remove: [...remove], add: [...put] }).catch(() => {})
    },
  })
}
