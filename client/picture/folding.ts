import { fold } from '../../shared/state/fold.ts'
import { fromSnapshot } from '../../shared/state/fromSnapshot.ts'
import { heardIn } from './heardIn.ts'

/** The fold as the projection needs it, and all that knows the families; the page stands before it has come. */
export const folding = { fold, fromSnapshot, heardIn }

export type Folding = typeof folding
