import { createWords } from '../../client/words/createWords.ts'
import { loadEnglish } from '../../client/words/loadEnglish.ts'

/** The texts of a page that speaks this language. */
export async function wordsIn(locale: 'zh' | 'en', past = false): Promise<ReturnType<typeof createWords>> {
  const words = createWords(past)
  if (locale === 'en')
    await loadEnglish(words.global, past)
  words.global.locale.value = locale
  return words
}
