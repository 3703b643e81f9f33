import type { GeoJSONSourceSpecification } from 'maplibre-gl'
import type { Bounds, MapEngineOptions, MapLayerStyle, MapStyle, Pixel } from '../MapEngine.ts'

/** The calls that both libraries speak alike. */
export interface LibraryMap {
  addSource: (id: string, source: GeoJSONSourceSpecification) => unknown
  getSource: (id: string) => unknown
  removeSource: (id: string) => unknown
  addLayer: (layer: MapLayerStyle, before?: string) => unknown
  getLayer: (id: string) => unknown
  removeLayer: (id: string) => unknown
  setLayoutProperty: (layer: string, property: string, value: unknown) => unknown
  addImage: (id: string, image: ImageData, options: { pixelRatio: number }) => unknown
  hasImage: (id: string) => boolean
  removeImage: (id: string) => unknown
  listImages: () => string[]
  setFeatureState: (feature: { source: string; id: number }, state: Record<string, unknown>) => unknown
  removeFeatureState: (feature: { source: string }) => unknown
  queryRenderedFeatures: (at: [number, number], options: { layers: string[] }) => { id?: string | number | undefined }[]
  getStyle: () => MapStyle
  on: (type: string, run: (event: LibraryEvent) => void) => unknown
  off: (type: string, run: (event: LibraryEvent) => void) => unknown
  once: (type: string, run: (event: LibraryEvent) => void) => unknown
  project: (at: [number, number]) => Pixel
  unproject: (at: [number, number]) => { lng: number; lat: number }
  fitBounds: (bounds: Bounds, options: { padding: MapEngineOptions['padding']; animate: boolean; duration: number; essential: true; maxZoom: number }) => unknown
  getZoom: () => number
  resize: () => unknown
  triggerRepaint: () => unknown
  isMoving: () => boolean
  getCanvas: () => HTMLCanvasElement
  remove: () => void
}

export interface LibraryEvent {
  type: string
  point?: Pixel
  error?: { message?: string; status?: number }
  sourceId?: string
  sourceDataType?: string
  isSourceLoaded?: boolean
}
