import { Map, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'

/** A map with nothing on it and no data: what no page with a map can be faster than. */
setWorkerUrl(workerUrl)
const container = document.querySelector('#map')
const map = new Map({
  container,
  center: [105.2, 39.2],
  zoom: 6,
  attributionControl: false,
  style: { version: 8, sources: {}, layers: [{ id: 'back', type: 'background', paint: { 'background-color': '#0b0f16' } }] },
})
map.once('idle', () => container.dataset.drawn = 'true')
