import type { RegionCode } from '../words/regionCode.ts'
import type { StreamName } from '../words/stream.ts'

/** What an event changed: law 3. `grids` are indices into the state's basis. */
export interface Touched {
  stream: StreamName
  grids: readonly number[]
  /** Regions above grids of which a thing changed that belongs to no grid. */
  regions?: readonly RegionCode[]
  /** Id of the incident that came or changed. */
  incident?: string
  /** The counters by hour changed. */
  hours: boolean
}
