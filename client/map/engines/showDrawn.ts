import type { Timers } from '../../link/Timers.ts'
import { isSoftwareDrawn } from './isSoftwareDrawn.ts'

/** Between two looks whether a picture is drawn, ms. */
const LOOK_MS = 8

/** Of a map of either library. */
interface Drawn {
  getCanvas: () => HTMLCanvasElement
  isMoving: () => boolean
  on: (type: 'render', run: () => void) => unknown
}

export interface Shown {
  /** Runs while the frame is made that shows what the library has drawn by now; asked while it draws, or when all is shown, at once. */
  whenShown: (run: () => void) => void
  stop: () => void
}

/**
 * How a map's pictures come onto the page. Where the processor draws WebGL, a browser reads a canvas that is seen back in the
 * very frame, and the page stands still until all is drawn (measured with SwiftShader: 55–195 ms). So there the library's
 * canvas, which must keep what was drawn, is hidden, and a picture is copied onto a plain one once it is drawn; while the view moves at once, so that none
 * pile up.
 * @param nextFrame as `requestAnimationFrame`
 */
export function showDrawn(map: Drawn, timers: Timers, nextFrame: (run: () => void) => unknown): Shown {
  const canvas = map.getCanvas()
  const gl = isSoftwareDrawn() ? canvas.getContext('webgl2') : null
  if (!gl)
    return { whenShown: run => run(), stop: () => {} }
  const picture = document.createElement('canvas')
  const context = picture.getContext('2d', { alpha: false })!
  picture.ariaHidden = 'true'
  Object.assign(picture.style, { position: 'absolute', left: 0, top: 0 })
  canvas.style.visibility = 'hidden'
  canvas.after(picture)
  const waiting = new Set<() => void>()
  let sync: WebGLSync | null = null
  let isDue = false
  let stopLook = () => {}

  function copy(): void {
    forget()
    if (picture.width !== canvas.width || picture.height !== canvas.height) {
      Object.assign(picture, { width: canvas.width, height: canvas.height })
      Object.assign(picture.style, { width: canvas.style.width, height: canvas.style.height })
    }
    context.drawImage(canvas, 0, 0)
    nextFrame(tell)
  }

  function tell(): void {
    isDue = false
    for (const run of waiting)
      run()
    waiting.clear()
  }

  function forget(): void {
    stopLook()
    gl!.deleteSync(sync)
    sync = null
  }

  function look(): void {
    stopLook = timers.after(LOOK_MS, () => gl!.clientWaitSync(sync!, 0, 0) === gl!.TIMEOUT_EXPIRED ? look() : copy())
  }

  map.on('render', () => {
    isDue = true
    if (map.isMoving())
      return copy()
    forget()
    sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)
    gl.flush()
    if (sync)
      look()
  })
  return {
    whenShown: run => isDue ? waiting.add(run) : run(),
    stop() {
      forget()
      tell()
      picture.remove()
    },
  }
}
