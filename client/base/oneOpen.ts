import { shallowReadonly, shallowRef } from 'vue'

/** Which one of several lies open; one at a time. */
export function oneOpen<T extends string>() {
  const open = shallowRef<T>()

  return {
    open: shallowReadonly(open),
    show(one: T) {
      open.value = one
    },
    /** Of the same one twice: none. */
    toggle(one: T) {
      open.value = open.value === one ? undefined : one
    },
    close() {
      open.value = undefined
    },
  }
}
