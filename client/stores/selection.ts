import type { Measure } from '../../shared/indicators/gridMeasure.ts'
import { defineStore } from 'pinia'
import { shallowReadonly, shallowRef } from 'vue'

/** Which grid is looked at, in all pictures of a scene at once, and what they are coloured by. */
export const useSelection = defineStore('selection', () => {
  const hovered = shallowRef<string>()
  const selected = shallowRef<string>()
  const measure = shallowRef<Measure>('open')

  return {
    /** Grid codes. */
    hovered: shallowReadonly(hovered),
    selected: shallowReadonly(selected),
    measure: shallowReadonly(measure),
    hover(grid: string | undefined) {
      hovered.value = grid
    },
    /** Of the same grid twice: none. */
    select(grid: string | undefined) {
      selected.value = grid === selected.value ? undefined : grid
    },
    choose(next: Measure) {
      measure.value = next
    },
  }
})
