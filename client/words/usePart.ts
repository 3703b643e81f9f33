import type { ComputedRef } from 'vue'
import type { Words } from './Messages.ts'
import { computed } from 'vue'
import { fillPlaces } from './fillPlaces.ts'
import { useSession } from '../base/session.ts'

/** Texts of a part of the page that comes later, together with its code, in the language of the screen; `say` fills their places. */
export function usePart<T extends object>(texts: { zh: T; en: Words<T> }): ComputedRef<Words<T>> {
  const session = useSession()
  return computed(() => texts[session.locale] as Words<T>)
}

export function say(text: string, named: Readonly<Record<string, string | number>>): string {
  return fillPlaces(text, place => named[place])
}
