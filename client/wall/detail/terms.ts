import type { ScreenTerm, Term } from '../../words/Term.ts'
import type { Indicator } from '../../../shared/indicators/Indicator.ts'
import { INDICATORS } from '../../../shared/indicators/indicators.ts'

const OF_SCREEN: readonly ScreenTerm[] = ['latency', 'streamAge', 'digest']

/** All that a wall has a definition of, in the order in which it is read. */
export const TERMS: readonly Term[] = [
  ...Object.values<Indicator<Term, unknown>>(INDICATORS).flatMap(({ id, audience }) => audience === 'desk' ? [] : [id]),
  ...OF_SCREEN,
]
