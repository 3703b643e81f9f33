import type { Indicator } from '../../../shared/indicators/Indicator.ts'
import type { Term } from '../../words/Term.ts'
import { INDICATORS } from '../../../shared/indicators/indicators.ts'

/** The indicator that a term names; undefined for what a screen says of itself. */
export function indicatorOf(term: Term): Indicator<string, unknown> | undefined {
  return term in INDICATORS ? INDICATORS[term as keyof typeof INDICATORS] : undefined
}
