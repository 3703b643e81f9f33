import type { Category, Subcategory } from '../../shared/words/category/category.ts'
import { regionAt } from '../../shared/words/regionCode.ts'
import { useSession } from '../base/session.ts'
import { useWallWords } from './useWallWords.ts'

/** B4: what may be said of a single matter; behind the curtain no place nearer than its town, and no more than its category. */
export function useMatterWords() {
  const { texts, name } = useWallWords()
  const session = useSession()

  const near = (grid: string) => session.curtainSince ? regionAt(grid, 'town') : grid

  return {
    /** Code of the nearest region that may be said of what is in a grid. */
    near,
    placeOf: (grid: string) => name(near(grid)),
    about: ({ category, subcategory }: { category: Category; subcategory?: Subcategory | undefined }) =>
      subcategory && !session.curtainSince ? texts.value.category.sub[subcategory] : texts.value.category.of[category],
  }
}
