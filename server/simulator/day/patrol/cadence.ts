import type { EpochMs } from '../../../../shared/words/time/time.ts'
import type { World } from '../World.ts'
import type { Session } from './sessions.ts'
import { hourOfDay, MINUTE, SECOND } from '../localDay.ts'
import { USUAL_RATE } from './sessions.ts'

/** How often patrols send their position, so that the wanted rate is met. */
export interface Cadence {
  /** Milliseconds between two positions of a patrol in town. */
  town: number
  pastoral: number
  /** Share of the patrols that send positions at all. */
  share: number
}

/** Cadence is set anew at each quarter of an hour. */
export const QUARTER = 15 * MINUTE

/** A vehicle far out sends less often than someone on foot. */
const PASTURE_TIMES = 3
const LONGEST = 30 * SECOND
const SHORTEST = 8 * SECOND
const SHORTEST_UNDER_LOAD = 10
/** Usual nights are quiet: this share of the wanted rate. */
const NIGHT_SHARE = 0.3

/** Cadence of a quarter of an hour from `at`, in which these patrols are under way. At more than the usual rate nights are not quiet. */
export function cadenceOf({ rate, zoneMs }: World, active: readonly Session[], at: EpochMs): Cadence {
  const usual = rate <= USUAL_RATE
  const hour = hourOfDay(at, zoneMs)
  const wanted = usual && (hour >= 20 || hour < 8) ? rate * NIGHT_SHARE : rate
  const weight = active.reduce((sum, { kind, from, to }) => {
    const share = (Math.min(to, at + QUARTER) - Math.max(from, at)) / QUARTER
    return sum + (kind === 'pastoral' ? share / PASTURE_TIMES : share)
  }, 0)
  const even = weight / wanted * SECOND
  const town = Math.round(Math.min(LONGEST, Math.max(usual ? SHORTEST : SHORTEST_UNDER_LOAD, even)))
  return { town, pastoral: town * PASTURE_TIMES, share: Math.min(1, LONGEST / even) }
}

/** Cadence of a past that is told in short. */
export const COARSE: Cadence = { town: MINUTE, pastoral: PASTURE_TIMES * MINUTE, share: 1 }
