import type { MapEngine } from '../MapEngine.ts'
import type { OverlayLayer, OverlayView } from './OverlayLayer.ts'
import { afterPaint } from '../../composables/scheduleAfterPaint.ts'
import { flatProjection } from '../geo/flatProjection.ts'

export interface Overlay {
  /** Puts layers on top of those that are there. */
  add: (...layers: OverlayLayer[]) => void
  /** Draws all layers with the next frame. */
  redraw: () => void
  /** Resolves when what was asked for so far is painted; while the page is hidden nothing is. */
  painted: () => Promise<void>
  remove: () => void
}

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
  let isAsked = false
  let isRemoved = false

  function viewNow(): OverlayView {
    const { clientWidth: width, clientHeight: height } = engine.canvas()
    return { width, height, ratio: devicePixelRatio, project: flatProjection(engine.project) }
  }

  function draw(): void {
    isAsked = false
    if (isRemoved)
      return
    const [width, height] = [Math.round(view.width * view.ratio), Math.round(view.height * view.ratio)]
    if (canvas.width !== width || canvas.height !== height)
      Object.assign(canvas, { width, height })
    context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0)
    context.clearRect(0, 0, view.width, view.height)
    for (const layer of layers) {
      context.save()
      layer.draw(context, view)
      context.restore()
    }
  }

  function redraw(): void {
    if (isAsked || isRemoved)
      return
    isAsked = true
    nextFrame(draw)
  }

  // With the map's own frame, or it would lag a frame behind in a flight.
  const stopView = engine.onView(() => {
    view = viewNow()
    draw()
  })
  // Names are drawn in the fonts of the page, and those come in slices.
  document.fonts.addEventListener('loadingdone', redraw)
  canvas.addEventListener('contextrestored', redraw)

  return {
    add(...more) {
      layers.push(...more)
      redraw()
    },
    redraw,
    painted: () => new Promise(afterPaint),
    remove() {
      isRemoved = true
      stopView()
      document.fonts.removeEventListener('loadingdone', redraw)
      canvas.remove()
    },
  }
}
