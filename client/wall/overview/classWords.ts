import type { Measure } from '../../../shared/indicators/measure.ts'
import { CLASSES_OF } from '../../../shared/indicators/gridMeasure.ts'
import { NO_DATA } from '../../../shared/indicators/noData.ts'

/** Classes of a measure with their words, darkest first; last what has no data. */
export function classWords(measure: Measure, t: (key: string) => string): { class: number; words: string }[] {
  return [
    ...CLASSES_OF[measure].map(each => ({ class: each, words: t(`measure.class.${measure}.${each}`) })),
    { class: NO_DATA, words: t(`measure.noData.${measure}`) },
  ]
}
