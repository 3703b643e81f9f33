import type { Role } from '../../words/role.ts'
import type { GridCode } from '../../words/regionCode.ts'

/** One who acts: a seat of the duty shift, somebody of a grid, or a unit. */
export interface Actor {
  id: string
  role: Role
  /** Of somebody whose post is in a grid. */
  grid?: GridCode
  /** Of a unit: its name as matters carry it. */
  unit?: string
}
