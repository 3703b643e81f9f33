import type { Feature } from 'geojson'
import type { SceneTheme } from '../../composables/sceneTheme.ts'
import type { MapEngine } from '../MapEngine.ts'
import type { MapLayer } from '../MapLayer.ts'
import { degreesPerPixel } from '../geo/degreesPerPixel.ts'

const TRAILS = 'trails'
/** A trail that grew by less, pixels, is not drawn anew. */
const UNSEEN_PX = 1

export interface TrailsInput {
  workers: Iterable<string>
  /** Oldest point first, degrees; fewer than two: none. */
  of: (worker: string) => readonly { lng: number; lat: number }[]
}

/** Where those on patrol have been, a tail that fades away from them. */
export function trailsLayer({ scale, acc }: SceneTheme): MapLayer<TrailsInput, unknown> {
  /** Id of each tail, and where its head is drawn. */
  const tails = new Map<string, { id: number; lng: number; lat: number }>()
  let engine: MapEngine | undefined
  let next = 0

  return {
    id: TRAILS,
    add(onto) {
      engine = onto
      tails.clear()
      engine.addLiveSource(TRAILS, 'metrics')
      engine.addLayer({
        id: TRAILS,
        type: 'line',
        source: TRAILS,
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-width': 1.4 * scale, 'line-gradient': ['interpolate', ['linear'], ['line-progress'], 0, fade(acc, 0), 1, fade(acc, 0.75)] },
      })
    },
    update({ workers, of }) {
      const unseen = UNSEEN_PX * degreesPerPixel(engine?.zoom() ?? 0)
      const remove: number[] = []
      const put: Feature[] = []
      for (const worker of workers) {
        const trail = of(worker)
        const head = trail.at(-1)
        const drawn = tails.get(worker)
        if (!head || trail.length < 2) {
          if (drawn)
            remove.push(drawn.id)
          tails.delete(worker)
          continue
        }
        const from = drawn ?? trail[0]!
        if (Math.abs(head.lng - from.lng) < unseen && Math.abs(head.lat - from.lat) < unseen)
          continue
        const id = drawn?.id ?? next++
        tails.set(worker, { id, lng: head.lng, lat: head.lat })
        put.push({ type: 'Feature', id, properties: {}, geometry: { type: 'LineString', coordinates: trail.map(({ lng, lat }) => [lng, lat]) } })
      }
      if (remove.length > 0 || put.length > 0)
        engine?.changeData(TRAILS, { remove, put })
    },
    remove() {
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
