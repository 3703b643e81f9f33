import type { MapEngine, SourceChange } from '../MapEngine.ts'
import type { LibraryEvent, LibraryMap } from './LibraryMap.ts'

/** What the libraries do differently. */
interface Differences {
  library: MapEngine['library']
  /** Words that a source needs whose features will change. */
  live: Record<string, unknown>
  changeData: (source: string, change: SourceChange) => Promise<unknown> | undefined
}

/** The engine over a library's map whose style has loaded. */
export function wrapMap(map: LibraryMap, { library, live, changeData }: Differences): MapEngine {
  const listeners = new Set<() => void>()
  const changing = new Set<Promise<unknown>>()
  let gone = false

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
    addLiveSource: alive(id => map.addSource(id, { type: 'geojson', data: { type: 'FeatureCollection', features: [] }, ...live })),
    setData: alive((id, data) => map.getSource(id)?.setData(data)),
    changeData: alive((id, change) => {
      const done = map.getSource(id) && changeData(id, change)?.finally(() => changing.delete(done!))
      if (done)
        changing.add(done)
    }),
    removeSource: alive(id => map.getSource(id) && map.removeSource(id)),
    addLayer: alive((layer, before) => map.addLayer(layer, before)),
    removeLayer: alive(id => map.getLayer(id) && map.removeLayer(id)),
    setPaint: alive((layer, property, value) => map.setPaintProperty(layer, property, value)),
    addImage: alive((id, image, pixelRatio) => map.hasImage(id) || map.addImage(id, image, { pixelRatio })),
    removeImage: alive(id => map.hasImage(id) && map.removeImage(id)),
    setState: alive((source, id, state) => map.setFeatureState({ source, id }, state)),
    clearState: alive(source => map.getSource(source) && map.removeFeatureState({ source })),
    featuresAt,
    onPointer: (layer, kind, run) => listen(kind === 'click' ? ['click'] : ['mousemove', 'mouseout'], ({ point }) => {
      if (point)
        run({ at: point, feature: featuresAt(point, layer)[0] })
    }),
    onView: run => listen(['move', 'resize'], run),
    onError: run => listen(['error'], ({ error }) => run(error?.message ?? '', error?.status)),
    project: (lng, lat) => map.project([lng, lat]),
    unproject: ({ x, y }) => {
      const { lng, lat } = map.unproject([x, y])
      return { lng, lat }
    },
    fit: alive((bounds, padding) => map.fitBounds(bounds, { padding, animate: false })),
    resize: alive(() => map.resize()),
    async idle() {
      // What the worker has not taken yet does not keep a map from being idle.
      await Promise.all(changing)
      await new Promise<void>((resolve) => {
        if (gone)
          return resolve()
        map.once('idle', () => resolve())
        map.triggerRepaint()
      })
    },
    canvas: () => map.getCanvas(),
    holdings() {
      const { sources, layers } = map.getStyle()
      return { sources: Object.keys(sources), layers: layers.map(({ id }) => id), images: map.listImages(), listeners: listeners.size }
    },
    remove() {
      if (gone)
        return
      for (const end of listeners)
        end()
      gone = true
      map.remove()
    },
  }
}
