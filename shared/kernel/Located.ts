import type { Point } from './Placer.ts'

/** Where an event's data may say that it happened. */
export interface Located {
  grid?: string | undefined
  place?: Point | undefined
  lng?: number | undefined
  lat?: number | undefined
  datum?: Point['datum']
}
