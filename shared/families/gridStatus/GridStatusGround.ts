import type { Grounded } from '../../kernel/Family.ts'
import type { GridStatusSlice } from './GridStatusSlice.ts'

/** All that this fold may see: its own slice and the ground, no other stream's. */
export type GridStatusGround = Grounded<'gridStatus', GridStatusSlice>
