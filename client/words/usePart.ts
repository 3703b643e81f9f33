import type { ComputedRef } from 'vue'
import type { InWordsOf, Words } from './Words.ts'
import { computed } from 'vue'
import { useSession } from '../base/session.ts'

/** Texts of a part of the page that comes later, together with its code, in the language of the screen; `say` fills their places. */
export function usePart<Z extends object, E extends object>(texts: { zh: Z; en: E & InWordsOf<Z, E> }): ComputedRef<Words<Z>> {
  const session = useSession()
  return computed(() => texts[session.locale] as Words<Z>)
}
