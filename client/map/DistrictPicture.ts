import type { Cover } from '../../shared/indicators/cover/onDutyCover.ts'
import type { State } from '../../shared/state/State.ts'
import type { RegionCode } from '../../shared/words/regionCode.ts'
import type { WorkerPosition } from '../../shared/protocol/workerPosition.ts'
import type { PlacedMark } from './incidentMarks.ts'
import type { GridFocus } from './layers/gridFocus.ts'
import type { TrailsInput } from './layers/trails.ts'
import type { MapFault } from './MapFault.ts'
import type { Pixel, PointerKind } from './MapEngine.ts'

export interface Placing {
  /** Middle of the dense part, pixels in the map; undefined where it is drawn singly or lies outside. */
  ring: Pixel | undefined
  pixelsPerKilometre: number
}

/** What the pointer is on. */
export interface Pointed {
  at: Pixel
  /** Index in `district.grids`. */
  grid?: number | undefined
  /** Region or grid whose name it is on. */
  label?: RegionCode | undefined
  /** Alias of the worker whose dot it is on. */
  worker?: string | undefined
}

/** One drawn map with its layers; grids by their index in `district.grids`. Everything may be called after `remove`. */
export interface DistrictPicture {
  /** Sets the feature-state of the grids that changed, and of them alone. */
  fill: (classes: Uint8Array, covers: readonly Cover[]) => void
  focus: (focus: GridFocus) => void
  /** Shows a region, its parts named; what lies outside is dimmed. The dense part's map stays where it is. */
  region: (code: RegionCode, nameOf: (code: RegionCode) => string, flight: boolean) => void
  /** Draws the open matters. @param then they are not of now @returns those drawn singly */
  incidents: (state: State, indexOf: (grid: string) => number, then: boolean) => readonly PlacedMark[]
  /** Drawn, nobody and no single matter is here: the next `incidents` and `patrols` clear the marks. */
  curtain: (drawn: boolean) => void
  /** Moves the workers that were touched; those outside the picture are not drawn. */
  patrols: (positions: ReadonlyMap<string, WorkerPosition>, trailOf: TrailsInput['of'], touched: ReadonlySet<string> | 'all') => void
  /** Hollows the workers not heard for too long. `now` in epoch ms. */
  age: (now: number) => void
  project: (lng: number, lat: number) => Pixel
  /** Undefined when the pointer leaves. */
  onPoint: (kind: PointerKind, run: (pointed: Pointed | undefined) => void) => void
  /** Now and whenever the view moves. */
  onPlaced: (run: (placing: Placing) => void) => void
  /** The view came to rest elsewhere: what is placed by pixels must be placed anew. */
  onRest: (run: () => void) => void
  /** At once of what was amiss when it opened, then of what happens. */
  onFault: (run: (fault: MapFault) => void) => void
  /** Resolves when the fills and marks asked for so far are painted; while the page is hidden nothing is. */
  painted: () => Promise<void>
  /** Resolves when all that was asked for is drawn. */
  idle: () => Promise<void>
  remove: () => void
}
