import { computed } from 'vue'
import { useSpoken } from './spoken.ts'

/** Texts of the first page in the language of the screen; those of a part that comes later are `usePart`. */
export function useTexts() {
  const spoken = useSpoken()
  return computed(() => spoken.texts)
}
