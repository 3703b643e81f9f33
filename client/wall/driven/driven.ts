import type { Show } from '../../../shared/protocol/wall/show.ts'
import type { View } from '../../picture/selection.ts'
import { defineStore } from 'pinia'
import { shallowReadonly, shallowRef } from 'vue'

/** What a desk has sent to this wall. */
export interface Driven extends Pick<Show, 'id' | 'by' | 'incident'> {
  view: View & { scene: string }
  /** Epoch ms; Infinity while it is held. */
  until: number
}

/** What a desk sends is shown for so long, unless it is held. */
export const DRIVEN_MS = 600_000

/** N7: what a desk has sent to this wall, beneath what takes it over and above what takes turns; until its time has passed or somebody moves on. */
export const useDriven = defineStore('driven', () => {
  const shown = shallowRef<Driven>()

  function hold(until: number): void {
    shown.value = shown.value && { ...shown.value, until }
  }

  return {
    shown: shallowReadonly(shown),
    send(sent: Omit<Driven, 'until'>, now: number) {
      shown.value = { ...sent, until: now + DRIVEN_MS }
    },
    hold: () => hold(Infinity),
    /** Time went by. */
    pass(now: number) {
      if (shown.value && now >= shown.value.until)
        shown.value = undefined
    },
    end() {
      shown.value = undefined
    },
  }
})
