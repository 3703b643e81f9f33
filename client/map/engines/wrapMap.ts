import type { Timers } from '../../base/Timers.ts'
import type { MapEngine, PointerKind, SourceChange } from '../MapEngine.ts'
import type { LibraryEvent, LibraryMap } from './LibraryMap.ts'
import { afterFrame } from '../../picture/schedule/afterFrame.ts'
import { holdRepaints } from './holdRepaints.ts'
import { showDrawn } from './showDrawn.ts'

const POINTER_EVENTS: Record<PointerKind, readonly string[]> = { move: ['mousemove', 'mouseout'], click: ['click'], double: ['dblclick'] }

/** Nearer than this a single grid shows nothing more. */
const ZOOM_MOST = 15.5

/** What the libraries do differently. */
interface Differences {
  library: MapEngine['library']
  timers: Timers
  /** Words that a source needs whose features will change. */
  live: Record<string, unknown>
  changeData: (source: string, change: SourceChange) => Promise<unknown> | undefined
}

/** The engine over a library's map whose style has loaded. */
export function wrapMap(map: LibraryMap, { library, timers, live, changeData }: Differences): MapEngine {
  const listeners = new Set<() => void>()
  const changing = new Set<Promise<unknown>>()
  const repaints = holdRepaints(map, timers, requestAnimationFrame)
  const shown = showDrawn(map, timers, requestAnimationFrame, repaints.draws)
  map.once('idle', repaints.settle)
  // Of its metadata it is told before its tiles are asked for anew.
  map.on('sourcedata', ({ sourceId, sourceDataType, isSourceLoaded }) => isSourceLoaded && sourceDataType !== 'metadata' && repaints.ready(sourceId!))
  let removed = false
  let gone = false
  // A lost context takes the style with it: nothing may be asked of this map any more but its removal.
  map.getCanvas().addEventListener('webglcontextlost', () => {
    gone = true
  })

  function listen(types: readonly string[], run: (event: LibraryEvent) => void): () => void {
    for (const type of types)
      map.on(type, run)
    const end = () => {
      listeners.delete(end)
      if (!gone)
        types.forEach(type => map.off(type, run))
    }
    listeners.add(end)
    return end
  }

  function featuresAt({ x, y }: { x: number; y: number }, layer: string): number[] {
    if (gone || !map.getLayer(layer))
      return []
    return map.queryRenderedFeatures([x, y], { layers: [layer] }).flatMap(({ id }) => typeof id === 'number' ? [id] : [])
  }

  const alive = <A extends unknown[]>(run: (...args: A) => void) => (...args: A) => {
    if (!gone)
      run(...args)
  }

  return {
    library,
    addSource: alive((id, source) => map.addSource(id, source)),
    addLiveSource: alive((id, metrics) => map.addSource(id, { type: 'geojson', data: { type: 'FeatureCollection', features: [] }, ...(metrics && { lineMetrics: true }), ...live })),
    changeData: alive((id, change) => {
      const done = map.getSource(id) ? changeData(id, change)?.finally(() => changing.delete(done!)) : undefined
      if (done) {
        repaints.hold(id)
        changing.add(done)
      }
    }),
    removeSource: alive(id => map.getSource(id) && map.removeSource(id)),
    addLayer: alive((layer, before) => map.addLayer(layer, before)),
    removeLayer: alive(id => map.getLayer(id) && map.removeLayer(id)),
    show: alive((layer, isShown) => map.setLayoutProperty(layer, 'visibility', isShown ? 'visible' : 'none')),
    addImage: alive((id, image, pixelRatio) => map.hasImage(id) || map.addImage(id, image, { pixelRatio })),
    removeImage: alive(id => map.hasImage(id) && map.removeImage(id)),
    setState: alive((source, id, state) => map.setFeatureState({ source, id }, state)),
    clearState: alive(source => map.getSource(source) && map.removeFeatureState({ source })),
    featuresAt,
    onPointer: (kind, run) => listen(POINTER_EVENTS[kind], ({ type, point }) => run(type === 'mouseout' ? undefined : point)),
    onView: run => listen(['move', 'resize'], run),
    onRest: run => listen(['moveend'], run),
    onResize: run => listen(['resize'], run),
    onLost(run) {
      // Of the canvas itself: the libraries tell of it at different moments.
      const canvas = map.getCanvas()
      canvas.addEventListener('webglcontextlost', run)
      const end = () => {
        listeners.delete(end)
        canvas.removeEventListener('webglcontextlost', run)
      }
      listeners.add(end)
      return end
    },
    onError: run => listen(['error'], ({ error }) => run(error?.message ?? '', error?.status)),
    project: (lng, lat) => map.project([lng, lat]),
    unproject: ({ x, y }) => {
      const { lng, lat } = map.unproject([x, y])
      return { lng, lat }
    },
    fit: alive((bounds, padding, flightMs) => map.fitBounds(bounds, { padding, animate: flightMs > 0, duration: flightMs, essential: true, maxZoom: ZOOM_MOST })),
    zoom: () => map.getZoom(),
    resize: alive(() => map.resize()),
    painted: () => new Promise((resolve) => {
      const isDrawn = () => gone || !repaints.isDue()
      // Asked while it draws: after it the next change may be on its way.
      const look = () => isDrawn() ? shown.whenShown(() => afterFrame(resolve)) : map.once('render', look)
      if (isDrawn())
        shown.whenShown(resolve)
      else
        map.once('render', look)
    }),
    async idle() {
      // What the worker has not taken yet does not keep a map from being idle.
      await Promise.all(changing)
      await new Promise<void>((resolve) => {
        if (gone)
          return resolve()
        map.once('idle', () => shown.whenShown(resolve))
        map.triggerRepaint()
      })
    },
    canvas: () => map.getCanvas(),
    holdings() {
      if (gone)
        return { sources: [], layers: [], images: [], listeners: listeners.size }
      const { sources, layers } = map.getStyle()
      return { sources: Object.keys(sources), layers: layers.map(({ id }) => id), images: map.listImages(), listeners: listeners.size }
    },
    remove() {
      if (removed)
        return
      removed = true
      for (const end of listeners)
        end()
      gone = true
      repaints.stop()
      shown.stop()
      map.remove()
    },
  }
}
