import type { MapFilter } from './MapEngine.ts'

/** The one source of all that never changes. */
export const GROUND = 'ground'

export type GroundPart = 'graticule' | 'land' | 'grid' | 'community' | 'town'

/** What of that source a layer draws. */
export function groundPart(part: GroundPart): { source: typeof GROUND; filter: MapFilter } {
  return { source: GROUND, filter: ['==', ['get', 'part'], part] }
}
