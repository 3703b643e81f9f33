import type { ShallowRef } from 'vue'
import { onScopeDispose, shallowReadonly, shallowRef } from 'vue'

/** Whether this person's system asks for no motion. */
export function useReducedMotion(): Readonly<ShallowRef<boolean>> {
  const query = matchMedia('(prefers-reduced-motion: reduce)')
  const reduced = shallowRef(query.matches)
  const update = () => { reduced.value = query.matches }
  query.addEventListener('change', update)
  onScopeDispose(() => query.removeEventListener('change', update))
  return shallowReadonly(reduced)
}
