import { defineStore } from 'pinia'
import { markRaw, shallowRef } from 'vue'
import { useMachine } from '../base/useMachine.ts'

/** The scene's time, epoch ms: the server's while live (K6), a moment of the past in a replay. */
export interface Clock {
  now: () => number
}

/** The one clock that everything on the screen is computed by. */
export const useClock = defineStore('clock', () => {
  const source = shallowRef<Clock>(markRaw(useMachine()))

  /** Goes by the server's clock from now on. */
  function followServer(clock: Clock): void {
    source.value = markRaw(clock)
  }

  return { now: () => source.value.now(), followServer }
})
