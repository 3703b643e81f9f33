import type { Measure } from '../../shared/indicators/grid/measure.ts'
import { defineStore } from 'pinia'
import { computed, shallowReadonly, shallowRef } from 'vue'
import { PLAIN_ADDRESS } from '../base/address.ts'
import { useSession } from '../base/session.ts'

/** What a scene looks at: a region, and in it perhaps one grid. */
export interface View {
  /** Code of 6 to 15 digits; empty for the whole district. */
  region: string
  grid: string | undefined
}

/**
 * Which region all numbers are of, which grid is looked at, in all pictures of a scene at once, and what they are coloured by.
 * A view may be borrowed for a while, by a takeover or the rotation; whatever a person does gives it back.
 */
export const useSelection = defineStore('selection', () => {
  const session = useSession()
  const own = shallowRef<View>({ region: PLAIN_ADDRESS.region, grid: undefined })
  const borrowed = shallowRef<View>()
  const pointed = shallowRef<string>()
  const measure = shallowRef<Measure>(PLAIN_ADDRESS.measure)
  const view = computed(() => borrowed.value ?? own.value)
  // Behind the curtain no single place stands out.
  const hovered = computed(() => session.curtainSince ? undefined : pointed.value)
  const selected = computed(() => session.curtainSince ? undefined : view.value.grid)

  /** A person moves on from what is shown. */
  function move(to: Partial<View>): void {
    own.value = { ...view.value, ...to }
    borrowed.value = undefined
  }

  return {
    /** Code of 6 to 15 digits; empty for the whole district. */
    region: computed(() => view.value.region),
    /** Grid codes. */
    hovered,
    selected,
    measure: shallowReadonly(measure),
    /** What persons chose, whatever is shown for a while: this the address carries. */
    own: shallowReadonly(own),
    borrowed: shallowReadonly(borrowed),
    hover(grid: string | undefined) {
      pointed.value = grid
    },
    /** Of the same grid twice: none. Closing what was borrowed gives it back. */
    select(grid: string | undefined) {
      const next = grid === selected.value ? undefined : grid
      if (next === undefined && borrowed.value?.grid !== undefined)
        borrowed.value = undefined
      else
        move({ grid: next })
    },
    choose(next: Measure) {
      measure.value = next
    },
    /** All numbers and pictures are of this region from now on; the district's own code or nothing for the whole. */
    enter(code: string) {
      move({ region: code.length > 6 ? code : '' })
    },
    /** One region up; nothing above the district. */
    leave() {
      const { region } = view.value
      move({ region: region.length > 9 ? region.slice(0, -3) : '' })
    },
    /** As an address says; what is borrowed stays. */
    restore({ region, grid }: View) {
      own.value = { region: region.length > 6 ? region : '', grid }
    },
    /** Shows another view until it is given back: by nothing here, or by a person's own move. */
    borrow(other: View | undefined) {
      borrowed.value = other
    },
  }
})
