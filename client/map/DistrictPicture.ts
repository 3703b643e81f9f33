import type { Cover } from '../../shared/indicators/onDutyCover.ts'
import type { State } from '../../shared/projection/State.ts'
import type { WorkerPosition } from '../../shared/protocol/workerPosition.ts'
import type { GridFocus } from './layers/gridFocus.ts'
import type { Pixel } from './MapEngine.ts'

export interface Placing {
  /** Middle of the dense part, pixels in the map. */
  centre: Pixel
  pixelsPerKilometre: number
}

/** One drawn map with its layers; grids by their index in `district.grids`. Everything may be called after `remove`. */
export interface DistrictPicture {
  /** Sets the feature-state of the grids that changed, and of them alone. */
  fill: (classes: Uint8Array, covers: readonly Cover[]) => void
  focus: (focus: GridFocus) => void
  labels: (nameOf: (code: string) => string) => void
  incidents: (state: State, isHere: (grid: string) => boolean, indexOf: (grid: string) => number) => void
  /** Moves the workers that were touched; those outside are not drawn. */
  patrols: (positions: ReadonlyMap<string, WorkerPosition>, isHere: (grid: string) => boolean, touched: ReadonlySet<string> | 'all') => void
  /** Over or on a grid; undefined beside them all. */
  onPoint: (kind: 'move' | 'click', run: (grid: number | undefined) => void) => void
  /** Now and whenever the view moves. */
  onPlaced: (run: (placing: Placing) => void) => void
  /** Resolves when all that was asked for is drawn. */
  idle: () => Promise<void>
  remove: () => void
}
