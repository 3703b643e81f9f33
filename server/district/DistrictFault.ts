/** The files of a district's folder. */
export const DISTRICT_FILES = ['district.json', 'regions.json', 'grids.geojson', 'buildings.geojson', 'organisations.json', 'staff.json', 'limits.json', 'calendar.json'] as const

export type DistrictFileName = (typeof DISTRICT_FILES)[number]

/** One thing wrong in a district's data set. */
export interface DistrictFault {
  file: DistrictFileName
  /** The grid or region code, else the id of the row; `-` where the whole file is meant. */
  code: string
  reason: string
  /** Where in the file, such as `features.3.properties.code`. */
  path?: string
}
