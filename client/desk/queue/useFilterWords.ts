import type { DeskFilters } from './deskAddress.ts'
import { STAGES, isEnded } from '../../../shared/domain/stages.ts'
import { CATEGORIES } from '../../../shared/words/category/category.ts'
import { LEVELS } from '../../../shared/words/level.ts'
import { SEVERITIES } from '../../../shared/words/severity.ts'
import { partsOf } from '../../picture/regionSteps.ts'
import { useWallWords } from '../../words/useWallWords.ts'
import { NO_FILTERS } from './deskAddress.ts'
import { useDeskDistrict } from '../top/deskDistrict.ts'
import { useQueue } from './queue.ts'
import { useDistrict } from '../../base/district.ts'

export type FilterName = keyof DeskFilters

/** One value that a filter may have, in words. */
export interface FilterChoice { value: string; word: string }

export const FILTER_NAMES = Object.keys(NO_FILTERS) as FilterName[]

/** What the queue may be narrowed to, in words. */
export function useFilterWords() {
  const { texts, name, inside } = useWallWords()
  const district = useDistrict()
  const desk = useDeskDistrict()
  const queue = useQueue()

  function wordOf(filter: FilterName, value: string): string {
    switch (filter) {
      case 'within': return name(value)
      case 'category': return texts.value.category.of[value as 'safety']
      case 'severity': return `${value} ${texts.value.incident.severity[value as 'I']}`
      case 'level': return texts.value.incident.level[value as 'grid']
      case 'stage': return texts.value.incident.stage[value as 'handling']
      case 'holder': return desk.nameOf(value)
    }
  }

  /** Towns, and under each its communities. */
  function regions(): FilterChoice[] {
    const facts = district.district
    return facts
      ? partsOf(facts, facts.code).flatMap(town => [{ value: town, word: name(town) }, ...partsOf(facts, town).map(part => ({ value: part, word: `　${inside(part)}` }))])
      : []
  }

  /** Whoever has a matter in hand now. */
  function holders(): FilterChoice[] {
    const held = new Set([...queue.order.all()].map(({ holder }) => holder))
    held.delete('')
    return [...held].map(value => ({ value, word: desk.nameOf(value) })).sort((a, b) => a.word.localeCompare(b.word, 'zh'))
  }

  function choicesOf(filter: FilterName): FilterChoice[] {
    switch (filter) {
      case 'within': return regions()
      case 'category': return worded(filter, CATEGORIES)
      case 'severity': return worded(filter, SEVERITIES)
      case 'level': return worded(filter, LEVELS)
      case 'stage': return worded(filter, STAGES.filter(stage => !isEnded(stage)))
      case 'holder': return holders()
    }
  }

  function worded(filter: FilterName, values: readonly string[]): FilterChoice[] {
    return values.map(value => ({ value, word: wordOf(filter, value) }))
  }

  return {
    choicesOf,
    /** The filters that narrow something, in words. */
    filtersIn: (filters: DeskFilters) => FILTER_NAMES.flatMap((filter) => {
      const value = filters[filter]
      return value === undefined ? [] : [{ filter, word: wordOf(filter, value) }]
    }),
  }
}
