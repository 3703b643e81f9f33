import type { Category } from '../../../words/category/category.ts'
import type { GridCode } from '../../../words/regionCode.ts'
import type { EpochMs } from '../../../words/time/time.ts'
import type { IncidentGround } from '../IncidentGround.ts'
import type { Incident } from '../Incident.ts'
import { durationMs } from '../../../words/time/durationMs.ts'

/** A matter as it is being taken down. `at` is epoch ms, `place` WGS 84 degrees. */
export interface Candidate {
  category: Category
  at: EpochMs
  place?: { lng: number; lat: number }
  grid?: GridCode
  /** Of a matter that is known already. */
  id?: string
}

export interface LikelyDuplicate {
  incident: Incident
  /** How far apart; undefined where one of the two has no point, and they share the grid. */
  metres: number | undefined
  /** How far apart in time. */
  ms: number
}

const PROPOSED = 5
const METRES_A_DEGREE = 111_195

/**
 * Matters that may be the same as one being taken down, nearest first, five at most (M3): same category, not merged away nor
 * rejected, near in place and in time by the district's `rules.duplicates`. Distance on a plane, which at these distances
 * is exact to a metre.
 */
export function likelyDuplicates({ incident: { incidents }, basis }: IncidentGround, { category, at, place, grid, id }: Candidate): LikelyDuplicate[] {
  const { withinMetres, within } = basis.rules.duplicates
  const withinMs = durationMs(within)
  const near: LikelyDuplicate[] = []
  for (const incident of incidents.values()) {
    const ms = Math.abs(at - incident.reportedAt)
    if (incident.category !== category || ms > withinMs || incident.id === id || incident.stage === 'merged' || incident.stage === 'rejected')
      continue
    const metres = place && incident.place && metresBetween(place, incident.place)
    if (metres === undefined ? grid !== undefined && basis.grids[incident.grid] === grid : metres <= withinMetres)
      near.push({ incident, metres, ms })
  }
  return near.sort((a, b) => (a.metres ?? withinMetres) - (b.metres ?? withinMetres) || a.ms - b.ms).slice(0, PROPOSED)
}

/** On a plane, which at these distances is exact to a metre. */
export function metresBetween(a: { lng: number; lat: number }, b: { lng: number; lat: number }): number {
  const x = (a.lng - b.lng) * Math.cos((a.lat + b.lat) / 2 * Math.PI / 180)
  return Math.hypot(x, a.lat - b.lat) * METRES_A_DEGREE
}
