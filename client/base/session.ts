import type { Audience } from '../../shared/words/Audience.ts'
import type { Bezels, Brightness, Locale, TakeoverFrom } from './address.ts'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { PLAIN_ADDRESS } from './address.ts'

/** Who looks, in which language, and on what kind of screen. */
export const useSession = defineStore('session', () => ({
  audience: shallowRef<Audience>('screen'),
  locale: shallowRef<Locale>(PLAIN_ADDRESS.locale),
  brightness: shallowRef<Brightness>(PLAIN_ADDRESS.brightness),
  bezels: shallowRef<Bezels | undefined>(PLAIN_ADDRESS.bezels),
  kiosk: shallowRef(PLAIN_ADDRESS.kiosk),
  /** Which scenes and regions take turns while nobody stands here; undefined: as the district's data set has it. */
  plan: shallowRef<string | undefined>(PLAIN_ADDRESS.plan),
  takeover: shallowRef<TakeoverFrom | undefined>(PLAIN_ADDRESS.takeover),
  turnMs: shallowRef<number | undefined>(PLAIN_ADDRESS.turnMs),
  /** Since when the privacy curtain has been drawn, epoch ms; 0 while it is open. */
  curtainSince: shallowRef(PLAIN_ADDRESS.curtainSince),
  /** Name under which a desk may drive this wall. */
  wall: shallowRef<string | undefined>(PLAIN_ADDRESS.wall),
  /** The past that this page shows in place of now, epoch ms. */
  at: shallowRef<number | undefined>(PLAIN_ADDRESS.at),
}))
