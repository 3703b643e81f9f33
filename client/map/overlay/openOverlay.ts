import type { MapEngine } from '../MapEngine.ts'
import type { Box } from './Box.ts'
import type { OverlayLayer, OverlayView } from './OverlayLayer.ts'
import { flatProjection } from '../geo/flatProjection.ts'
import { Dirty } from './Dirty.ts'

export interface Overlay {
  /** Puts layers on top of those that are there. */
  add: (...layers: OverlayLayer[]) => void
  /** Draws all layers with the next frame: what lies in the boxes that it was told of, or everything. */
  redraw: (box?: Box) => void
  /** Lets it fade to half and back once in three seconds, at the same moments on every map; the browser does so by itself. */
  breathe: (isBreathing: boolean) => void
  remove: () => void
}

/** LOOKS 8, in four steps: each has the page put together anew. */
const BREATH: Keyframe[] = [{ opacity: 1, easing: 'steps(2)' }, { opacity: 0.5, easing: 'steps(2)' }, { opacity: 1 }]
const BREATH_MS = 3000

/**
 * A plain canvas above a map for what comes, goes and moves. It costs no repaint of the map and no trip to its worker, so it
 * shows what came while the map is still being drawn (decision 10).
 * @param nextFrame as `requestAnimationFrame`
 */
export function openOverlay(container: HTMLElement, engine: Pick<MapEngine, 'project' | 'onView' | 'canvas'>, nextFrame: (run: () => void) => unknown): Overlay {
  const layers: OverlayLayer[] = []
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')!
  canvas.ariaHidden = 'true'
  canvas.dataset.overlay = ''
  Object.assign(canvas.style, { position: 'absolute', inset: 0, width: '100%', height: '100%', pointerEvents: 'none' })
  container.append(canvas)
  let view = viewNow()
  let dirty = new Dirty()
  let isAsked = false
  let isRemoved = false
  let breath: Animation | undefined

  function viewNow(): OverlayView {
    const { clientWidth: width, clientHeight: height } = engine.canvas()
    return { width, height, ratio: devicePixelRatio, project: flatProjection(engine.project) }
  }

  function draw(): void {
    isAsked = false
    if (isRemoved)
      return
    const { ratio } = view
    const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)]
    if (canvas.width !== width || canvas.height !== height) {
      Object.assign(canvas, { width, height })
      dirty.add()
    }
    const now = dirty
    dirty = new Dirty()
    // A view that moved meanwhile has drawn it.
    if (now.boxes?.length === 0)
      return
    context.save()
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    clear(context, now.boxes?.map(box => wholePixels(box, ratio)) ?? [{ left: 0, top: 0, right: view.width, bottom: view.height }])
    for (const layer of layers) {
      context.save()
      layer.draw(context, view, now)
      context.restore()
    }
    context.restore()
  }

  function redraw(box?: Box): void {
    dirty.add(box)
    if (isAsked || isRemoved)
      return
    isAsked = true
    nextFrame(draw)
  }

  // With the map's own frame, or it would lag a frame behind in a flight.
  const stopView = engine.onView(() => {
    view = viewNow()
    dirty.add()
    draw()
  })
  const redrawAll = () => redraw()
  // Names are drawn in the fonts of the page, and those come in slices.
  document.fonts.addEventListener('loadingdone', redrawAll)
  canvas.addEventListener('contextrestored', redrawAll)

  return {
    add(...more) {
      layers.push(...more)
      redraw()
    },
    redraw,
    breathe(isBreathing) {
      if (isBreathing === (breath !== undefined))
        return
      breath?.cancel()
      breath = isBreathing ? canvas.animate(BREATH, { duration: BREATH_MS, iterations: Infinity }) : undefined
      if (breath)
        breath.startTime = 0
    },
    remove() {
      isRemoved = true
      breath?.cancel()
      stopView()
      document.fonts.removeEventListener('loadingdone', redrawAll)
      canvas.remove()
    },
  }
}

/** Clears boxes, and lets nothing be drawn outside them. */
function clear(context: CanvasRenderingContext2D, boxes: readonly Box[]): void {
  context.beginPath()
  for (const { left, top, right, bottom } of boxes) {
    context.clearRect(left, top, right - left, bottom - top)
    context.rect(left, top, right - left, bottom - top)
  }
  context.clip()
}

/** A box of whole pixels of the screen, or its edges would be half cleared. */
function wholePixels({ left, top, right, bottom }: Box, ratio: number): Box {
  return { left: Math.floor(left * ratio) / ratio, top: Math.floor(top * ratio) / ratio, right: Math.ceil(right * ratio) / ratio, bottom: Math.ceil(bottom * ratio) / ratio }
}
