import type { Timers } from '../../link/Timers.ts'
import { isSoftwareDrawn } from './isSoftwareDrawn.ts'

/** Between two looks whether a picture is drawn, ms. */
const LOOK_MS = 8
/** A picture that is not drawn after so many looks is waited for, with the page. */
const LOOKS = 60

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
  let waiting: (() => void)[] = []
  let sync: WebGLSync | null = null
  let stopLook = () => {}

  function copy(): void {
    forget()
    if (picture.width !== canvas.width || picture.height !== canvas.height) {
      Object.assign(picture, { width: canvas.width, height: canvas.height })
      Object.assign(picture.style, { width: canvas.style.width, height: canvas.style.height })
    }
    context.drawImage(canvas, 0, 0)
    const shown = take()
    nextFrame(() => shown.forEach(run => run()))
  }

  function take(): (() => void)[] {
    const taken = waiting
    waiting = []
    return taken
  }

  function forget(): void {
    stopLook()
    gl!.deleteSync(sync)
    sync = null
  }

  function look(left: number): void {
    stopLook = timers.after(LOOK_MS, () => left > 0 && gl!.clientWaitSync(sync!, 0, 0) === gl!.TIMEOUT_EXPIRED ? look(left - 1) : copy())
  }

  map.on('render', () => {
    if (map.isMoving())
      return copy()
    // What is drawn meanwhile comes with the picture that is waited for: else a map that draws all the time would never be seen.
    if (sync)
      return
    sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)
    gl.flush()
    if (sync)
      look(LOOKS)
  })
  return {
    whenShown: run => sync ? waiting.push(run) : run(),
    stop() {
      forget()
      take().forEach(run => run())
      picture.remove()
    },
  }
}
