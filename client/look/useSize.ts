import type { ShallowRef } from 'vue'
import { onScopeDispose, shallowReadonly, shallowRef, watch } from 'vue'

/** Size of an element in px as it is laid out; 0 × 0 until it is. */
export function useSize(element: Readonly<ShallowRef<Element | null>>): Readonly<ShallowRef<{ width: number; height: number }>> {
  const size = shallowRef({ width: 0, height: 0 })
  let observer: ResizeObserver | undefined
  // It may come later than the widget: a list stands once there is something to list.
  watch(element, (box) => {
    observer?.disconnect()
    if (!box)
      return
    const measure = () => {
      const { width, height } = box.getBoundingClientRect()
      size.value = { width, height }
    }
    // At once: what is drawn first is drawn in its place.
    measure()
    observer = new ResizeObserver(measure)
    observer.observe(box)
  }, { flush: 'post', immediate: true })
  onScopeDispose(() => observer?.disconnect())
  return shallowReadonly(size)
}
