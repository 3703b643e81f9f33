import type { Rows } from '../../kernel/counters/Rows.ts'
import type { Incident } from './Incident.ts'

/** An incident as it travels: its grid by code. */
export type IncidentRecord = Omit<Incident, 'grid'> & { grid: string }

/** The slice as it travels. */
export interface IncidentPart {
  incidents: IncidentRecord[]
  /** Region → newest hour of an entry, and rows by hour. */
  hours: Rows
  /** The same by local day; a row holds the columns that are not 0, each followed by its amount. */
  days: Rows
}
