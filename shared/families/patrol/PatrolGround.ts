import type { Grounded } from '../../kernel/Family.ts'
import type { PatrolSlice } from './PatrolSlice.ts'

/** All that this fold may see: its own slice and the ground, no other stream's. */
export type PatrolGround = Grounded<'patrol', PatrolSlice>
