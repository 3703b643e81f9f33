import type { createWords } from './createWords.ts'
import { overlaid } from './overlaid.ts'
import { textFunctions } from './textFunctions.ts'

/** Gets the English texts, which the first page goes without. @param past whether the screen is of another day */
export async function loadEnglish(words: Pick<ReturnType<typeof createWords>['global'], 'setLocaleMessage'>, past: boolean): Promise<void> {
  const [{ default: en }, { default: thatDay }] = await Promise.all([import('./en.ts'), import('./messages/en/thatDay.ts')])
  words.setLocaleMessage('en', textFunctions(past ? overlaid(en, thatDay) : en))
}
