import type { ExpectedHours } from '../domain/duty/expectedHours.ts'
import type { Basis } from '../domain/basis.ts'
import type { DistrictFile } from '../domain/district/districtFile.ts'
import type { BuildingFeature } from '../domain/district/buildingsFile.ts'
import type { GridFeature } from '../domain/district/gridsFile.ts'
import type { Region } from '../domain/district/regionsFile.ts'
import type { Post } from '../words/post.ts'

/** Answer of `GET /api/v1/district?audience=screen|desk`: the data set without any person's name (screens), cached by its version. */
export interface DistrictResource extends Omit<DistrictFile, 'desk'> {
  version: string
  zoneMs: number
  limits: Basis['limits']
  calendar: Basis['calendar']
  regions: Region[]
  grids: GridFeature[]
  /** Desk only. */
  buildings?: BuildingFeature[]
  /** When somebody should be in each grid, whoever it is: never the shifts of a person. */
  expected: ExpectedHours
  /** Posts of each grid, as counts: what the roster promises. */
  posts: Record<string, Partial<Record<Post, number>>>
}
