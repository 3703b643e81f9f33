import type { IndicatorId } from '../../../../shared/indicators/indicators.ts'
import type { Window } from '../../../../shared/indicators/Window.ts'
import type { ScreenTerm } from '../../../words/Term.ts'

interface Meaning { name: string; formula: string }

/** What each number means, in one language: an indicator's window is named once for all; what a screen says of itself has one of its own. */
export interface Definitions {
  window: Record<Window, string>
  of: Record<IndicatorId, Meaning> & Record<ScreenTerm, Meaning & { window: string }>
}
