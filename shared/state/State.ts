import type { Ground } from '../kernel/Ground.ts'
import type { StreamName } from '../words/stream.ts'
import type { Families } from './families.ts'

type Slices = { readonly [S in StreamName as Families[S]['key']]: ReturnType<Families[S]['empty']> }

/** Everything that is known, a slice a stream. Owned and updated in place by the fold; all others read. */
export interface State extends Ground, Slices {}
