import type { Cursor } from '../../shared/protocol/cursor.ts'
import type { Frame } from '../../shared/protocol/frame.ts'
import type { StateResource } from '../../shared/protocol/stateResource.ts'

/** Where the link brings what it gets; the projection store is one. Both answer at once and never throw on data. */
export interface LinkTarget {
  /** Cursor of the state held; undefined before the first. */
  cursor: () => Cursor | undefined
  applyState: (resource: StateResource) => 'applied' | 'other-fold' | 'digest-differs'
  applyFrame: (frame: Frame) => 'applied' | 'gap' | 'digest-differs'
}
