import type { DataOf } from '../../../../shared/state/eventTypes.ts'
import type { GridFeature } from '../../../../shared/domain/district/gridsFile.ts'
import type { Severity } from '../../../../shared/words/severity.ts'
import type { EpochMs } from '../../../../shared/words/time/time.ts'
import type { Happening } from './happenings.ts'

/** A matter as it is reported. */
export interface Report {
  id: string
  at: EpochMs
  grid: GridFeature
  happening: Happening
  severity: Severity
  channel: DataOf<'incident.reported'>['channel']
  /** Number of the building that it is nearest to, in the grid's list. */
  building: number
  /** Id of the earlier report of the same thing. */
  repeats?: string
}
