import type { ExpectedHours } from '../../domain/duty/expectedHours.ts'
import type { DistrictFile } from '../../domain/district/districtFile.ts'
import type { GridProperties } from '../../domain/district/gridsFile.ts'
import type { Region } from '../../domain/district/regionsFile.ts'

/** What an indicator may ask of the data set beside the state; a `District` or a `DistrictResource` is one. */
export interface DistrictFacts extends Pick<DistrictFile, 'visitInterval' | 'duty'> {
  regions: readonly Region[]
  expected: ExpectedHours
  grids: readonly { properties: GridProperties }[]
}
