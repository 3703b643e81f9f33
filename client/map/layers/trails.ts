import type { Feature } from 'geojson'
import type { SceneTheme } from '../../look/sceneTheme.ts'
import type { Timers } from '../../base/Timers.ts'
import type { MapEngine } from '../MapEngine.ts'
import type { MapLayer } from '../MapLayer.ts'
import { Pace } from '../../base/Pace.ts'
import { degreesPerPixel } from '../geo/degreesPerPixel.ts'

const TRAILS = 'trails'
/** A trail that grew by less, pixels, is not drawn anew. */
const UNSEEN_PX = 1
/** A dot is on its way so long: a tail that grows more often only runs ahead of it, and each time all tails are cut into tiles anew. */
const GROW_MS = 5000

export interface TrailsInput {
  workers: Iterable<string>
  /** Oldest point first, degrees; fewer than two: none. */
  of: (worker: string) => readonly { lng: number; lat: number }[]
}

/** Where those on patrol have been, a tail that fades away from them. A tail grows at the pace of the dots; with its worker it goes at once. */
export function trailsLayer({ scale, acc }: SceneTheme, timers: Timers): MapLayer<TrailsInput, unknown> {
  /** Id of each tail, and where its head is drawn. */
  const tails = new Map<string, { id: number; lng: number; lat: number }>()
  const grown = new Set<string>()
  const pace = new Pace(() => GROW_MS, timers, grow)
  let trailOf: TrailsInput['of'] = () => []
  let engine: MapEngine | undefined
  let next = 0

  function grow(): void {
    const unseen = UNSEEN_PX * degreesPerPixel(engine?.zoom() ?? 0)
    const put: Feature[] = []
    for (const worker of grown) {
      const trail = trailOf(worker)
      const head = trail.at(-1)
      const drawn = tails.get(worker)
      const from = drawn ?? trail[0]
      if (!head || !from || (Math.abs(head.lng - from.lng) < unseen && Math.abs(head.lat - from.lat) < unseen))
        continue
      const id = drawn?.id ?? next++
      tails.set(worker, { id, lng: head.lng, lat: head.lat })
      put.push({ type: 'Feature', id, properties: {}, geometry: { type: 'LineString', coordinates: trail.map(({ lng, lat }) => [lng, lat]) } })
    }
    grown.clear()
    if (put.length > 0)
      engine?.changeData(TRAILS, { remove: [], put })
  }

  return {
    id: TRAILS,
    add(onto) {
      engine = onto
      tails.clear()
      grown.clear()
      engine.addLiveSource(TRAILS, 'metrics')
      engine.addLayer({
        id: TRAILS,
        type: 'line',
        source: TRAILS,
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-width': 1.4 * scale, 'line-gradient': ['interpolate', ['linear'], ['line-progress'], 0, fade(acc, 0), 1, fade(acc, 0.75)] },
      })
    },
    update({ workers, of }, touched) {
      trailOf = of
      const remove: number[] = []
      for (const worker of touched === 'all' ? new Set([...workers, ...tails.keys()]) : workers) {
        if (of(worker).length > 1) {
          grown.add(worker)
          continue
        }
        const drawn = tails.get(worker)
        if (drawn)
          remove.push(drawn.id)
        tails.delete(worker)
        grown.delete(worker)
      }
      if (remove.length > 0)
        engine?.changeData(TRAILS, { remove, put: [] })
      if (touched === 'all')
        grow()
      else
        pace.ask()
    },
    remove() {
      pace.stop()
      engine?.removeLayer(TRAILS)
      engine?.removeSource(TRAILS)
      engine = undefined
    },
  }
}

/** A token's `#rrggbb` with an opacity of 0–1. */
function fade(colour: string, opacity: number): string {
  return `${colour}${Math.round(opacity * 255).toString(16).padStart(2, '0')}`
}
