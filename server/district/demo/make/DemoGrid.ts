import type { GridFeature } from '../../../../shared/domain/district/gridsFile.ts'
import type { Town, Unit } from './Divisions.ts'
import type { Ring } from './land/plane.ts'

/** A finished grid with where it belongs: its first unit is its home, whose code its own code carries on. */
export interface DemoGrid {
  town: Town
  units: [Unit, ...Unit[]]
  /** Outer ring, then holes; millionths of a degree, without closing point. */
  shape: Ring[]
  feature: GridFeature
}

/** Rings in millionths of a degree → GeoJSON rings in degrees, closed. */
export function toGeoJson(shape: Ring[]): [number, number][][] {
  return shape.map(ring => [...ring, ...ring.slice(0, 1)].map(([x, y]): [number, number] => [x / 1e6, y / 1e6]))
}
