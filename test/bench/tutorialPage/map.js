import { Map, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'

const nothing = { type: 'FeatureCollection', features: [] }

export function openMap(container, grids) {
  setWorkerUrl(workerUrl)
  const map = new Map({
    container,
    center: [105.2, 39.2],
    zoom: 6,
    attributionControl: false,
    style: { version: 8, sources: {}, layers: [{ id: 'back', type: 'background', paint: { 'background-color': '#0b1622' } }] },
  })
  map.on('load', () => {
    map.addSource('grids', { type: 'geojson', data: grids })
    map.addLayer({ id: 'grids', type: 'fill', source: 'grids', paint: { 'fill-color': ['interpolate', ['linear'], ['coalesce', ['get', 'open'], 0], 0, '#16324a', 10, '#e5533d'], 'fill-outline-color': '#3f6b8c' } })
    for (const [id, color] of [['incidents', '#ffb347'], ['patrols', '#5fd38d']]) {
      map.addSource(id, { type: 'geojson', data: nothing })
      map.addLayer({ id, type: 'circle', source: id, paint: { 'circle-radius': 5, 'circle-color': color } })
    }
  })
  return map
}

export function points(list) {
  return { type: 'FeatureCollection', features: list.filter(each => each.place).map(each => ({ type: 'Feature', properties: { id: each.id }, geometry: { type: 'Point', coordinates: [each.place.lng, each.place.lat] } })) }
}
