import type { Refusal } from '../events/refusal.ts'

/** A point lies in no grid of the district. @param path of the point in the event */
export function outside(path: string): Refusal {
  return { reason: 'outside-district', path, message: 'The point lies in no grid of this district; give degrees, longitude as lng and latitude as lat.' }
}
