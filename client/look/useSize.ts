import type { ShallowRef } from 'vue'
import { onBeforeUnmount, onMounted, shallowReadonly, shallowRef } from 'vue'

/** Size of an element in px as it is laid out; 0 × 0 until it is. */
export function useSize(element: Readonly<ShallowRef<Element | null>>): Readonly<ShallowRef<{ width: number; height: number }>> {
  const size = shallowRef({ width: 0, height: 0 })
  let observer: ResizeObserver | undefined
  onMounted(() => {
    const box = element.value
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
  })
  onBeforeUnmount(() => observer?.disconnect())
  return shallowReadonly(size)
}
