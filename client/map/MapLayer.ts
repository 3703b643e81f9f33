import type { MapEngine } from './MapEngine.ts'

/**
 * A part of a map. `add` may run again on a fresh engine, `update` takes what was touched (`all` after `add`), and
 * `remove` leaves no listener, source, layer, image or feature-state behind. A layer knows no store.
 */
export interface MapLayer<Input, Touched = ReadonlySet<number> | 'all'> {
  readonly id: string
  add: (engine: MapEngine) => void
  update: (input: Input, touched: Touched) => void
  remove: () => void
}
