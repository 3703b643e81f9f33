import { useSession } from '../../client/base/session.ts'
import { useSpoken } from '../../client/words/spoken.ts'

/** Makes the page of the active Pinia speak this language, all its texts at hand. */
export async function speak(locale: 'zh' | 'en'): Promise<void> {
  useSession().locale = locale
  if (locale === 'en')
    await useSpoken().learnEnglish()
}
