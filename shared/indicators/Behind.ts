import type { Cover } from './cover/onDutyCover.ts'
import type { IncidentFilter } from './open/IncidentFilter.ts'
import type { TableName } from './tables.ts'

/** What is listed behind a number: its matters, its grids (`cover` undefined: whatever it is), or a table of all that a scene draws. */
export type Behind =
  | { kind: 'incidents'; filter: IncidentFilter }
  | { kind: 'grids'; cover: Cover | undefined }
  | { kind: 'table'; table: TableName }
