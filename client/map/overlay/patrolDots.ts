import type { SceneTheme } from '../../look/sceneTheme.ts'
import type { Pixel } from '../MapEngine.ts'
import type { Box } from './Box.ts'
import type { OverlayLayer, OverlayView } from './OverlayLayer.ts'
import { degreesPerPixel } from '../geo/degreesPerPixel.ts'
import { DIMMED } from '../layers/regionDim.ts'
import { isWithinView } from './isWithinView.ts'
import { kept } from './kept.ts'
import { stamp } from './stamp.ts'

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

export interface PatrolDots extends OverlayLayer {
  update: (marks: Pick<ReadonlyMap<string, PatrolMark>, 'get' | 'keys'>, touched: ReadonlySet<string> | 'all') => void
  /** Moves those on their way; false when all have arrived. `now` in ms of any steady clock. */
  step: (now: number) => boolean
  /** Hollows those not heard for too long. `now` in epoch ms. */
  age: (now: number) => void
  /** Whose dot is at a pixel. */
  workerAt: (at: Pixel) => string | undefined
}

export interface PatrolDotsOptions {
  dense: boolean
  /** Whether dots glide, or jump. */
  glide: boolean
  /** A fix older than this, ms, is drawn hollow. */
  oldMs: number
  /** Of the map. */
  zoom: () => number
}

/** A dot moves this long to where it was reported, however long it had been silent. */
const TRAVEL_MS = 5000
/** So far on its way is a dot at its first step: what was reported shows at once, where a twentieth of the way is to be seen. */
const HEAD_START_MS = 250
/** A shift that nobody sees is not drawn, pixels. */
const UNSEEN_PX = 0.3
/** A pointer so near to a dot is on it, wall px. */
const REACH = 6

type Place = readonly [number, number]

interface Dot {
  from: Place
  /** Where it is drawn. */
  drawn: Place
  to: Place
  since: number | undefined
  at: number
  out: boolean
  old: boolean
}

/** Dots of those on patrol; they glide from report to report, a step a call, and are hollow when long unheard. */
export function patrolDots({ scale, acc, sky }: SceneTheme, { dense, glide, oldMs, zoom }: PatrolDotsOptions, redraw: (box?: Box) => void): PatrolDots {
  const radius = (dense ? 2.8 : 3) * scale
  const reach = radius + 2 * scale
  const dots = new Map<string, Dot>()
  const moving = new Set<string>()
  const stamps = kept((ratio: number) => {
    const dot = (fill: string, stroke: string, strokeAlpha: number) => stamp(2 * reach, ratio, (context) => {
      context.beginPath()
      context.arc(0, 0, radius, 0, 2 * Math.PI)
      context.fillStyle = fill
      context.fill()
      context.globalAlpha = strokeAlpha
      context.strokeStyle = stroke
      context.lineWidth = 1.2 * scale
      context.stroke()
    })
    return { heard: dot(acc, sky, 1), old: dot(sky, acc, 0.7) }
  })
  /** The one last drawn. */
  let view: OverlayView | undefined

  /** Has what lies at a place drawn anew. */
  function touch(place: Place): void {
    if (!view)
      return redraw()
    const { x, y } = view.project(...place)
    if (isWithinView({ x, y }, view, reach))
      redraw({ left: x - reach - 1, top: y - reach - 1, right: x + reach + 1, bottom: y + reach + 1 })
  }

  function move(dot: Dot, to: Place): void {
    touch(dot.drawn)
    dot.drawn = to
    touch(to)
  }

  function take({ worker, lng, lat, at, out }: PatrolMark): void {
    const to: Place = [lng, lat]
    const dot = dots.get(worker)
    if (!dot) {
      dots.set(worker, { from: to, drawn: to, to, since: undefined, at, out, old: false })
      return touch(to)
    }
    if (dot.out !== out || (dot.old && at > dot.at))
      touch(dot.drawn)
    Object.assign(dot, { at, out, old: dot.old && at <= dot.at })
    if (dot.to[0] === lng && dot.to[1] === lat)
      return
    Object.assign(dot, { from: dot.drawn, to, since: undefined })
    if (glide)
      moving.add(worker)
    else
      move(dot, to)
  }

  function forget(worker: string): void {
    const dot = dots.get(worker)
    if (dot)
      touch(dot.drawn)
    moving.delete(worker)
    dots.delete(worker)
  }

  return {
    update(marks, touched) {
      for (const worker of touched === 'all' ? new Set([...marks.keys(), ...dots.keys()]) : touched) {
        const mark = marks.get(worker)
        if (mark)
          take(mark)
        else
          forget(worker)
      }
    },
    step(now) {
      const unseen = UNSEEN_PX * degreesPerPixel(zoom())
      for (const worker of moving) {
        const dot = dots.get(worker)!
        dot.since ??= now - HEAD_START_MS
        const share = Math.min(1, (now - dot.since) / TRAVEL_MS)
        if (share === 1)
          moving.delete(worker)
        const at: Place = [between(dot.from[0], dot.to[0], share), between(dot.from[1], dot.to[1], share)]
        if (Math.abs(at[0] - dot.drawn[0]) >= unseen || Math.abs(at[1] - dot.drawn[1]) >= unseen)
          move(dot, at)
      }
      return moving.size > 0
    },
    age(now) {
      for (const dot of dots.values()) {
        const old = now - dot.at > oldMs
        if (old !== dot.old)
          touch(dot.drawn)
        dot.old = old
      }
    },
    workerAt({ x, y }) {
      let found: string | undefined
      for (const [worker, { drawn }] of dots) {
        const at = view?.project(...drawn)
        if (at && Math.hypot(at.x - x, at.y - y) <= REACH * scale)
          found = worker
      }
      return found
    },
    draw(context, now, dirty) {
      view = now
      const { heard, old } = stamps(now.ratio)
      for (const dot of dots.values()) {
        const at = now.project(...dot.drawn)
        if (!isWithinView(at, now, reach) || !dirty.touches(at.x, at.y, reach))
          continue
        context.globalAlpha = dot.out ? DIMMED : 1
        const draw = dot.old ? old : heard
        draw(context, at.x, at.y)
      }
    },
  }
}

function between(from: number, to: number, share: number): number {
  return from + (to - from) * share
}
