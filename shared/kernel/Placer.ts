import type { GridCode } from '../words/regionCode.ts'

/** What placing an event asks of a district. Points are degrees; all but those of `toWgs84` are WGS 84. */
export interface Placer {
  /** The grid that holds a point; undefined outside the district. */
  locate: (lng: number, lat: number) => GridCode | undefined
  has: (grid: GridCode) => boolean
  /** The worker who carries a device; an id that is no device's is a worker's own. */
  workerOf: (id: string) => string
  /** A worker's own grid by the roster. */
  gridOf: (worker: string) => GridCode | undefined
  toWgs84: (point: Point) => { lng: number; lat: number }
}

/** A point as it comes in; without `datum` it is WGS 84. */
export interface Point {
  lng: number
  lat: number
  datum?: 'wgs84' | 'gcj02' | undefined
}
