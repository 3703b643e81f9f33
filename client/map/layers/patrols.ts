import type { Feature } from 'geojson'
import type { SceneTheme } from '../../composables/sceneTheme.ts'
import type { MapEngine } from '../MapEngine.ts'
import type { MapLayer } from '../MapLayer.ts'
import { degreesPerPixel } from '../geo/degreesPerPixel.ts'
import { DIMMED } from './regionDim.ts'

export const PATROLS = 'patrols'

/** A worker on patrol, degrees; the name is an alias. */
export interface PatrolMark {
  worker: string
  lng: number
  lat: number
  /** When it was there, epoch ms. */
  at: number
  /** Outside the chosen region. */
  out: boolean
}

export interface PatrolsLayer extends MapLayer<Pick<ReadonlyMap<string, PatrolMark>, 'get' | 'keys'>, ReadonlySet<string> | 'all'> {
  /** Moves those on their way; false when all have arrived. `now` in ms of any steady clock. */
  step: (now: number) => boolean
  /** Hollows those not heard for too long. `now` in epoch ms. */
  age: (now: number) => void
  /** Whose dot it is, by the id of its feature. */
  workerOf: (id: number) => string | undefined
}

export interface PatrolsOptions {
  dense: boolean
  /** Whether dots glide, or jump. */
  glide: boolean
  /** A fix older than this, ms, is drawn hollow. */
  oldMs: number
}

/** A dot moves this long to where it was reported, however long it had been silent. */
const TRAVEL_MS = 5000
/** A shift that nobody sees is not drawn, pixels. */
const UNSEEN_PX = 0.3

type Place = readonly [number, number]

interface Dot {
  id: number
  from: Place
  /** Where it is drawn. */
  drawn: Place
  to: Place
  since: number | undefined
  at: number
  out: boolean
  old: boolean
}

/** Dots of those on patrol in one source; they glide from report to report, a step a call, and are hollow when long unheard. */
export function patrolsLayer({ scale, acc, sky }: SceneTheme, { dense, glide, oldMs }: PatrolsOptions): PatrolsLayer {
  const dots = new Map<string, Dot>()
  const workers = new Map<number, string>()
  const moving = new Set<string>()
  let engine: MapEngine | undefined
  let next = 0

  /** Takes a report; answers whether it must be drawn at once. */
  function take({ worker, lng, lat, at, out }: PatrolMark): Dot | undefined {
    const to: Place = [lng, lat]
    const dot = dots.get(worker)
    if (!dot) {
      const fresh: Dot = { id: next++, from: to, drawn: to, to, since: undefined, at, out, old: false }
      dots.set(worker, fresh)
      workers.set(fresh.id, worker)
      return fresh
    }
    const isOther = dot.out !== out || (dot.old && at > dot.at)
    Object.assign(dot, { at, out, old: dot.old && at <= dot.at })
    if (dot.to[0] !== lng || dot.to[1] !== lat) {
      Object.assign(dot, { from: dot.drawn, to, since: undefined })
      if (!glide)
        dot.drawn = to
      else
        moving.add(worker)
    }
    return isOther || !glide ? dot : undefined
  }

  function forget(worker: string, { id }: Dot): void {
    dots.delete(worker)
    workers.delete(id)
    moving.delete(worker)
  }

  function put(changed: readonly Dot[], remove: readonly number[] = []): void {
    if (remove.length > 0 || changed.length > 0)
      engine?.changeData(PATROLS, { remove, put: changed.map(toFeature) })
  }

  return {
    id: PATROLS,
    add(onto) {
      engine = onto
      dots.clear()
      workers.clear()
      moving.clear()
      engine.addLiveSource(PATROLS)
      const when = (property: string, yes: number | string, no: number | string) => ['case', ['get', property], yes, no] as ['case', ['get', string], string, string]
      engine.addLayer({
        id: PATROLS,
        type: 'circle',
        source: PATROLS,
        paint: {
          'circle-radius': (dense ? 2.8 : 3) * scale,
          'circle-color': when('old', sky, acc),
          'circle-opacity': when('out', DIMMED, 1),
          'circle-stroke-color': when('old', acc, sky),
          'circle-stroke-opacity': ['case', ['get', 'out'], DIMMED, ['get', 'old'], 0.7, 1],
          'circle-stroke-width': 1.2 * scale,
        },
      })
    },
    update(marks, touched) {
      const remove: number[] = []
      const changed: Dot[] = []
      for (const worker of touched === 'all' ? new Set([...marks.keys(), ...dots.keys()]) : touched) {
        const mark = marks.get(worker)
        const taken = mark && take(mark)
        if (taken)
          changed.push(taken)
        const dot = dots.get(worker)
        if (!mark && dot) {
          remove.push(dot.id)
          forget(worker, dot)
        }
      }
      put(changed, remove)
    },
    step(now) {
      const changed: Dot[] = []
      const unseen = UNSEEN_PX * degreesPerPixel(engine?.zoom() ?? 0)
      for (const worker of moving) {
        const dot = dots.get(worker)!
        dot.since ??= now
        const share = Math.min(1, (now - dot.since) / TRAVEL_MS)
        if (share === 1)
          moving.delete(worker)
        const at: Place = [between(dot.from[0], dot.to[0], share), between(dot.from[1], dot.to[1], share)]
        if (Math.abs(at[0] - dot.drawn[0]) < unseen && Math.abs(at[1] - dot.drawn[1]) < unseen)
          continue
        dot.drawn = at
        changed.push(dot)
      }
      put(changed)
      return moving.size > 0
    },
    age(now) {
      const changed: Dot[] = []
      for (const dot of dots.values()) {
        const old = now - dot.at > oldMs
        if (old !== dot.old)
          changed.push(Object.assign(dot, { old }))
      }
      put(changed)
    },
    workerOf: id => workers.get(id),
    remove() {
      engine?.removeLayer(PATROLS)
      engine?.removeSource(PATROLS)
      engine = undefined
    },
  }
}

function between(from: number, to: number, share: number): number {
  return from + (to - from) * share
}

function toFeature({ id, drawn, out, old }: Dot): Feature {
  return { type: 'Feature', id, properties: { out, old }, geometry: { type: 'Point', coordinates: [...drawn] } }
}
