import { computed, shallowRef } from 'vue'

/** One stop of Tab for many marks: arrows, Home and End go from one `[data-rove]` of the box to the next. */
export function useRoving(count: () => number) {
  const wanted = shallowRef(0)
  const current = computed(() => Math.max(0, Math.min(wanted.value, count() - 1)))

  function onKey(event: KeyboardEvent): void {
    const box = event.currentTarget
    if (!(box instanceof Element))
      return
    // What does not fit lies out of sight, and must not be scrolled to.
    const marks = [...box.querySelectorAll<HTMLElement>('[data-rove]')].filter(mark => liesIn(mark, box))
    const to = { ArrowRight: current.value + 1, ArrowDown: current.value + 1, ArrowLeft: current.value - 1, ArrowUp: current.value - 1, Home: 0, End: marks.length - 1 }[event.key]
    if (to === undefined)
      return
    event.preventDefault()
    wanted.value = Math.max(0, Math.min(to, marks.length - 1))
    marks[wanted.value]?.focus({ preventScroll: true })
  }

  return {
    onKey,
    /** Of the mark at a place. */
    tabindex: (place: number) => place === current.value ? 0 : -1,
    /** A mark got the focus by other means. */
    stopAt(place: number) {
      wanted.value = place
    },
  }
}

function liesIn(mark: Element, box: Element): boolean {
  const [inner, outer] = [mark.getBoundingClientRect(), box.getBoundingClientRect()]
  return inner.left < outer.right && inner.top < outer.bottom
}
