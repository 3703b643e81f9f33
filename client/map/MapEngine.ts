import type { Timers } from '../base/Timers.ts'
import type { Feature } from 'geojson'
import type { FilterSpecification, GeoJSONSourceSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'

export type MapStyle = StyleSpecification
export type MapLayerStyle = LayerSpecification
export type MapFilter = FilterSpecification

/** What changes in a source whose features have numeric ids. */
export interface SourceChange {
  remove: readonly number[]
  /** New ones, and those that changed, whole. */
  put: readonly Feature[]
}

export interface Pixel { x: number; y: number }

export type PointerKind = 'move' | 'click' | 'double'

/** West, south, east, north in degrees. */
export type Bounds = [number, number, number, number]

export interface MapEngineOptions {
  container: HTMLElement
  style: MapStyle
  bounds: Bounds
  timers: Timers
  /** Pixels kept free at top, right, bottom, left. */
  padding: { top: number; right: number; bottom: number; left: number }
  /** A site's own Mapbox token; absent: MapLibre. */
  token?: string | undefined
  /** Mapbox without an account: everything but pixels. Tests alone. */
  testMode?: boolean
}

/** What Wangge asks of a map library, so that one file each hides their differences. Nothing throws after `remove`. */
export interface MapEngine {
  readonly library: 'mapbox' | 'maplibre'
  addSource: (id: string, source: GeoJSONSourceSpecification) => void
  /** An empty source whose features, each with a numeric id, come and go by `changeData`; with `metrics` its lines can carry a gradient. */
  addLiveSource: (id: string, metrics?: 'metrics') => void
  changeData: (id: string, change: SourceChange) => void
  removeSource: (id: string) => void
  addLayer: (layer: MapLayerStyle, before?: string) => void
  removeLayer: (id: string) => void
  /** A layer that is not shown costs nothing. */
  show: (layer: string, isShown: boolean) => void
  addImage: (id: string, image: ImageData, pixelRatio: number) => void
  removeImage: (id: string) => void
  setState: (source: string, feature: number, state: Record<string, unknown>) => void
  clearState: (source: string) => void
  /** Ids of the features of a layer at a pixel. */
  featuresAt: (at: Pixel, layer: string) => number[]
  /** Pointer over the map, clicks and double clicks on it; `undefined` when it leaves. @returns ends it */
  onPointer: (kind: PointerKind, run: (at: Pixel | undefined) => void) => () => void
  /** The view moved or the canvas changed its size. @returns ends it */
  onView: (run: () => void) => () => void
  /** The view came to rest after it moved. @returns ends it */
  onRest: (run: () => void) => () => void
  /** The canvas changed its size. @returns ends it */
  onResize: (run: () => void) => () => void
  /** The graphics context is gone, and all that was drawn with it. @returns ends it */
  onLost: (run: () => void) => () => void
  /** Something failed: a token refused, a source that cannot be read. @returns ends it */
  onError: (run: (message: string, status: number | undefined) => void) => () => void
  project: (lng: number, lat: number) => Pixel
  unproject: (at: Pixel) => { lng: number; lat: number }
  /** At once where `flightMs` is 0. */
  fit: (bounds: Bounds, padding: MapEngineOptions['padding'], flightMs: number) => void
  zoom: () => number
  resize: () => void
  /** Resolves when what was asked for so far was painted; while the page is hidden nothing is drawn. */
  painted: () => Promise<void>
  /** Resolves when everything asked for has been drawn. */
  idle: () => Promise<void>
  canvas: () => HTMLCanvasElement
  /** For the test that nothing is left behind. */
  holdings: () => { sources: string[]; layers: string[]; images: string[]; listeners: number }
  remove: () => void
}
