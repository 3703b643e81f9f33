import type { ComputedRef, ShallowRef } from 'vue'
import type { Measured } from '../../../shared/indicators/Indicator.ts'
import type { Reads } from '../schedule/Reads.ts'
import type { Stale } from './useStale.ts'
import { onScopeDispose } from 'vue'
import { useMeasured } from './measured.ts'
import { useMeasure } from './useMeasure.ts'
import { useStale } from './useStale.ts'

/** How often an indicator may be computed anew; what it reads it says itself. */
export type Pace = Pick<Reads, 'everyMs' | 'group' | 'chart'>

export type ValuesOf<M> = { [Name in keyof M]: M[Name] extends Measured<infer Value> ? Value : never }

/**
 * Several indicators that are shown together, of the scene's region: their values are of one moment, and what is late of any of
 * them makes all late. Undefined until there is a state and a district.
 */
export function useIndicators<const M extends Readonly<Record<string, Measured<unknown>>>>(indicators: M, pace: Pace): { values: Readonly<ShallowRef<ValuesOf<M> | undefined>>; stale: ComputedRef<Stale> } {
  const measured = useMeasured()
  const all = Object.entries(indicators)
  for (const [, { measure }] of all)
    onScopeDispose(measured.hold(measure))
  const values = useMeasure(
    { ...pace, ...readsOf(Object.values(indicators)) },
    (state, now, district, region) => Object.fromEntries(all.map(([name, { measure }]) => [name, measured.ask(measure, state, region, now, district)])) as ValuesOf<M>,
  )
  return { values, stale: useStale(all.flatMap(([, { streams }]) => streams)) }
}

function readsOf(indicators: readonly Measured<unknown>[]): Reads {
  return {
    streams: indicators.flatMap(({ streams, hours }) => hours ? [] : streams),
    hours: indicators.some(({ hours }) => hours),
  }
}
