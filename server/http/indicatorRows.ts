import type { State } from '../../shared/state/State.ts'
import type { DistrictFacts } from '../../shared/indicators/grid/DistrictFacts.ts'
import type { Figure } from '../../shared/indicators/Figure.ts'
import type { Indicator } from '../../shared/indicators/Indicator.ts'
import type { RegionCode } from '../../shared/words/regionCode.ts'
import type { EpochMs } from '../../shared/words/time/time.ts'
import { INDICATORS } from '../../shared/indicators/indicators.ts'

/** One indicator as it is answered. */
export interface IndicatorRow extends Pick<Indicator<string, unknown>, 'id' | 'streams' | 'window' | 'due'> {
  figures: Figure[]
}

/** Every indicator of the list for a region; those that are parts of one measure are measured together, and what has no figures is not measured. */
export function indicatorRows(state: State, region: RegionCode, now: EpochMs, facts: DistrictFacts): IndicatorRow[] {
  const measured = new Map<Indicator<string, unknown>['measure'], unknown>()
  return Object.values<Indicator<string, unknown>>(INDICATORS).map((indicator) => {
    const { id, streams, window, due, measure } = indicator
    if (indicator.figures && !measured.has(measure))
      measured.set(measure, measure(state, region, now, facts))
    return { id, streams, window, due, figures: indicator.figures?.(measured.get(measure)) ?? [] }
  })
}
