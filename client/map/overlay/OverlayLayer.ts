import type { Pixel } from '../MapEngine.ts'
import type { Dirty } from './Dirty.ts'

/** Where the map looks; another one whenever the view moved, so what was made for one may be kept as long as it is the same. */
export interface OverlayView {
  /** Pixels of the map. */
  width: number
  height: number
  /** Pixels of the screen for each of them. */
  ratio: number
  project: (lng: number, lat: number) => Pixel
}

/** What is drawn above a map whenever anything there changed: whatever must be, and no less. A layer knows no store. */
export interface OverlayLayer {
  draw: (context: CanvasRenderingContext2D, view: OverlayView, dirty: Pick<Dirty, 'touches'>) => void
}
