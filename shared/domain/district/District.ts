import type { ExpectedHours } from '../duty/expectedHours.ts'
import type { BuildingFeature } from './buildingsFile.ts'
import type { Calendar } from './calendarFile.ts'
import type { DistrictFile } from './districtFile.ts'
import type { GridFeature } from './gridsFile.ts'
import type { Limit } from './limitsFile.ts'
import type { Organisation } from './organisationsFile.ts'
import type { Region } from './regionsFile.ts'
import type { StaffMember } from './staffFile.ts'

/** A district's whole data set, parsed. `version` is a hash of its files: a new data set makes the fold start anew. */
export interface District extends DistrictFile {
  version: string
  regions: Region[]
  /** Sorted by code; a grid's index here is its index in every typed array of the state. */
  grids: GridFeature[]
  buildings: BuildingFeature[]
  organisations: Organisation[]
  staff: StaffMember[]
  /** Of `staff` and `duty`: when somebody should be in each grid. */
  expected: ExpectedHours
  limits: Limit[]
  calendar: Calendar
}
