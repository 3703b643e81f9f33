import type { Grounded } from '../../kernel/Family.ts'
import type { IncidentSlice } from './IncidentSlice.ts'

/** All that this fold may see: its own slice and the ground, no other stream's. */
export type IncidentGround = Grounded<'incident', IncidentSlice>
