import type { Audience } from '../../shared/audience/Audience.ts'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

export const LOCALES = ['zh', 'en'] as const

export type Locale = (typeof LOCALES)[number]

const REGION = /^\d{6}(?:\d{3}){0,3}$/

/** Who looks, at what, in which language. */
export const useSession = defineStore('session', () => {
  const audience = shallowRef<Audience>('screen')
  /** Region that is shown; empty until the district is known: then the whole of it. */
  const region = shallowRef('')
  const locale = shallowRef<Locale>('zh')

  /** Takes `?region=` and `?lang=` of an address; what is not lawful there is left as it was. */
  function readAddress(query: URLSearchParams): void {
    const asked = query.get('region')
    if (asked !== null && REGION.test(asked))
      region.value = asked
    locale.value = LOCALES.find(each => each === query.get('lang')) ?? locale.value
  }

  return { audience, region, locale, readAddress }
})
