import type { Timers } from '../../base/Timers.ts'
import { isSoftwareDrawn } from './isSoftwareDrawn.ts'

/** Between two looks whether the pictures are drawn, ms. */
const LOOK_MS = 16
/** Pictures that are not drawn after so many looks, two seconds, are waited for, with the page. */
const LOOKS = 125

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

interface Picture {
  isDrawn: () => boolean
  copy: () => void
}

/** Of all maps of the page: the pictures go through the graphics process one after the other, and a copy of the first would wait for the last. */
const drawing = new Set<Picture>()
let isLooking = false

/**
 * How a map's pictures come onto the page. Where the processor draws WebGL, a browser reads a canvas that is seen back in the
 * very frame, and the page stands still until all is drawn (measured with SwiftShader: 55–195 ms). So there the library's canvas
 * is hidden, and what it drew and must keep is copied onto a plain one once it is drawn. While the view moves, where pictures
 * must not pile up, the library's own canvas is seen.
 * @param nextFrame as `requestAnimationFrame`
 * @param draws told whether a picture is waited for
 */
export function showDrawn(map: Drawn, timers: Timers, nextFrame: (run: () => void) => unknown, draws: (isDrawing: boolean) => void): Shown {
  const canvas = map.getCanvas()
  const gl = isSoftwareDrawn() ? canvas.getContext('webgl2') : null
  if (!gl)
    return { whenShown: run => run(), stop: () => {} }
  const plain = document.createElement('canvas')
  const context = plain.getContext('2d', { alpha: false })!
  plain.ariaHidden = 'true'
  Object.assign(plain.style, { position: 'absolute', left: 0, top: 0 })
  see(canvas)
  canvas.after(plain)
  const picture: Picture = { isDrawn: () => gl.clientWaitSync(sync!, 0, 0) !== gl.TIMEOUT_EXPIRED, copy }
  let waiting: (() => void)[] = []
  let sync: WebGLSync | null = null

  function copy(): void {
    forget()
    if (plain.width !== canvas.width || plain.height !== canvas.height) {
      Object.assign(plain, { width: canvas.width, height: canvas.height })
      Object.assign(plain.style, { width: canvas.style.width, height: canvas.style.height })
    }
    context.drawImage(canvas, 0, 0)
    see(plain)
    const shown = take()
    if (shown.length > 0)
      nextFrame(() => shown.forEach(run => run()))
  }

  function see(which: HTMLCanvasElement): void {
    for (const each of [canvas, plain])
      each.style.visibility = each === which ? '' : 'hidden'
  }

  function forget(): void {
    drawing.delete(picture)
    gl!.deleteSync(sync)
    sync = null
    draws(false)
  }

  function take(): (() => void)[] {
    const taken = waiting
    waiting = []
    return taken
  }

  map.on('render', () => {
    if (map.isMoving()) {
      forget()
      see(canvas)
      return take().forEach(run => run())
    }
    // What is drawn meanwhile comes with the picture that is waited for: else a map that draws all the time would never be seen.
    if (sync)
      return
    sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)
    gl.flush()
    if (!sync)
      return
    drawing.add(picture)
    draws(true)
    if (!isLooking)
      lookAgain(timers, LOOKS)
  })
  return {
    whenShown: run => sync ? waiting.push(run) : run(),
    stop() {
      forget()
      take().forEach(run => run())
      plain.remove()
    },
  }
}

function lookAgain(timers: Timers, left: number): void {
  isLooking = true
  timers.after(LOOK_MS, () => {
    if (left > 0 && [...drawing].some(({ isDrawn }) => !isDrawn())) {
      lookAgain(timers, left - 1)
      return
    }
    isLooking = false
    for (const { copy } of [...drawing])
      copy()
  })
}
