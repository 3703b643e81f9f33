import type { Stage } from '../../../shared/domain/stages.ts'
import type { Level } from '../../../shared/words/level.ts'

/** Where a matter stands, as everybody can see it. */
export interface Standing {
  stage: Stage
  level: Level
  card?: 'yellow' | 'red' | undefined
  /** Number of events that made it what it is. */
  version: number
}
