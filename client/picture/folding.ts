import { fold } from '../../shared/state/fold.ts'
import { fromSnapshot } from '../../shared/state/fromSnapshot.ts'

/** The fold as the projection needs it; the page stands before it has come. */
export const folding = { fold, fromSnapshot }

export type Folding = typeof folding
