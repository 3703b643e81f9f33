import type { InWordsOf, Words } from './Words.ts'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useSession } from '../base/session.ts'
import thatDay from './messages/zh/thatDay.ts'
import { overlaid } from './overlaid.ts'
import zh from './zh.ts'

type Texts = Words<typeof zh>

/** The texts of the first page. Chinese comes with it; English when it is asked for, and until then it is Chinese. */
export const useSpoken = defineStore('spoken', () => {
  const session = useSession()
  const english = shallowRef<Texts>()
  const chinese = computed(() => (session.at === undefined ? zh : overlaid(zh, thatDay)) as unknown as Texts)

  /** Gets the English texts, which the first page goes without. */
  async function learnEnglish(): Promise<void> {
    const [{ default: en }, { default: thatDay }] = await Promise.all([import('./en.ts'), import('./messages/en/thatDay.ts')])
    english.value = inWordsOf<typeof zh>()(session.at === undefined ? en : overlaid(en, thatDay))
  }

  return {
    texts: computed(() => session.locale === 'en' && english.value ? english.value : chinese.value),
    learnEnglish,
  }
})

/** Lets texts pass that have the keys and places of `Z`. */
function inWordsOf<Z>() {
  return <E extends object>(texts: E & InWordsOf<Z, E>) => texts as unknown as Words<Z>
}
