import type { Refusal } from '../events/refusal.ts'
import type { Touched } from './Touched.ts'

/** What became of an event: law 2, the fold never throws on data. */
export type Folded =
  | { outcome: 'applied'; touched: Touched }
  | { outcome: 'rejected'; refusal: Refusal }
  | { outcome: 'not-understood' }
