import type { Audience } from '../../shared/audience/Audience.ts'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { regionCode } from '../../shared/words/regionCode.ts'

export const LOCALES = ['zh', 'en'] as const

export type Locale = (typeof LOCALES)[number]

/** Who looks, at what, in which language. */
export const useSession = defineStore('session', () => {
  const audience = shallowRef<Audience>('screen')
  /** Region that is shown; empty until the district is known: then the whole of it. */
  const region = shallowRef('')
  const locale = shallowRef<Locale>('zh')

  /** Takes `?region=` and `?lang=` of an address; what is not lawful there is left as it was. */
  function readAddress(query: URLSearchParams): void {
    const asked = regionCode.safeParse(query.get('region'))
    if (asked.success)
      region.value = asked.data
    locale.value = LOCALES.find(each => each === query.get('lang')) ?? locale.value
  }

  return { audience, region, locale, readAddress }
})
