import type { Measure } from '../../../shared/indicators/grid/measure.ts'
import type { Words } from '../../words/Words.ts'
import type zh from '../../words/zh.ts'
import { CLASSES_OF } from '../../../shared/indicators/grid/gridMeasure.ts'
import { NO_DATA } from '../../../shared/indicators/grid/noData.ts'

/** Classes of a measure with their words, darkest first; last what has no data. */
export function classWords(measure: Measure, texts: Words<typeof zh>): { class: number; words: string }[] {
  return [
    ...CLASSES_OF[measure].map(each => ({ class: each, words: (texts.measure.class[measure] as Record<number, string>)[each]! })),
    { class: NO_DATA, words: texts.measure.noData[measure] },
  ]
}
