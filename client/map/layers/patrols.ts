import type { Feature } from 'geojson'
import type { SceneTheme } from '../../composables/sceneTheme.ts'
import type { MapEngine } from '../MapEngine.ts'
import type { MapLayer } from '../MapLayer.ts'

/** A worker on patrol, degrees; the name is an alias. */
export interface PatrolMark { worker: string; lng: number; lat: number }

export interface PatrolsLayer extends MapLayer<Pick<ReadonlyMap<string, PatrolMark>, 'get' | 'keys'>, ReadonlySet<string> | 'all'> {
  /** Moves those on their way; false when all have arrived. `now` in ms of any steady clock. */
  step: (now: number) => boolean
}

/** A dot moves this long to where it was reported, however long it had been silent. */
const TRAVEL_MS = 5000

interface Dot {
  id: number
  from: [number, number]
  /** Where it is drawn. */
  at: [number, number]
  to: [number, number]
  since: number | undefined
}

/** Dots of those on patrol in one source; they glide from report to report, a step a call. */
export function patrolsLayer({ scale, acc, sky }: SceneTheme, dense: boolean, glide: boolean): PatrolsLayer {
  const dots = new Map<string, Dot>()
  const moving = new Set<string>()
  let engine: MapEngine | undefined
  let next = 0

  /** Takes a report; answers what must be drawn at once. */
  function take({ worker, lng, lat }: PatrolMark): Feature | undefined {
    const dot = dots.get(worker)
    if (dot && glide) {
      if (dot.to[0] !== lng || dot.to[1] !== lat) {
        dots.set(worker, { id: dot.id, from: dot.at, at: dot.at, to: [lng, lat], since: undefined })
        moving.add(worker)
      }
      return undefined
    }
    const fresh: Dot = { id: dot?.id ?? next++, from: [lng, lat], at: [lng, lat], to: [lng, lat], since: undefined }
    dots.set(worker, fresh)
    return toFeature(fresh.id, fresh.to)
  }

  return {
    id: 'patrols',
    add(onto) {
      engine = onto
      dots.clear()
      moving.clear()
      engine.addLiveSource('patrols')
      engine.addLayer({
        id: 'patrols',
        type: 'circle',
        source: 'patrols',
        paint: { 'circle-radius': (dense ? 2.8 : 3) * scale, 'circle-color': acc, 'circle-stroke-color': sky, 'circle-stroke-width': 1.2 * scale },
      })
    },
    update(marks, touched) {
      const remove: number[] = []
      const put: Feature[] = []
      for (const worker of touched === 'all' ? new Set([...marks.keys(), ...dots.keys()]) : touched) {
        const mark = marks.get(worker)
        const feature = mark && take(mark)
        if (feature)
          put.push(feature)
        const dot = dots.get(worker)
        if (!mark && dot) {
          remove.push(dot.id)
          dots.delete(worker)
          moving.delete(worker)
        }
      }
      if (remove.length > 0 || put.length > 0)
        engine?.changeData('patrols', { remove, put })
    },
    step(now) {
      const put: Feature[] = []
      for (const worker of moving) {
        const dot = dots.get(worker)!
        dot.since ??= now
        const share = Math.min(1, (now - dot.since) / TRAVEL_MS)
        dot.at = [between(dot.from[0], dot.to[0], share), between(dot.from[1], dot.to[1], share)]
        put.push(toFeature(dot.id, dot.at))
        if (share === 1)
          moving.delete(worker)
      }
      if (put.length > 0)
        engine?.changeData('patrols', { remove: [], put })
      return moving.size > 0
    },
    remove() {
      engine?.removeLayer('patrols')
      engine?.removeSource('patrols')
      engine = undefined
    },
  }
}

function between(from: number, to: number, share: number): number {
  return from + (to - from) * share
}

function toFeature(id: number, coordinates: [number, number]): Feature {
  return { type: 'Feature', id, properties: {}, geometry: { type: 'Point', coordinates } }
}
