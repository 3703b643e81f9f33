import type { InjectionKey, ShallowRef } from 'vue'
import type { ScreenShape } from './rootScale.ts'
import { inject, onScopeDispose, provide, shallowReadonly, shallowRef } from 'vue'
import { rootPx, scaleOf, screenShape } from './rootScale.ts'

export interface RootScale {
  /** px here = px of LOOKS × scale; in CSS `calc(58 * var(--px))`. */
  scale: number
  shape: ScreenShape
}

const ROOT_SCALE: InjectionKey<Readonly<ShallowRef<RootScale>>> = Symbol('root scale')

/** Sets the root font size and keeps it at the window's size; once, by the app. */
export function provideRootScale(page: Window): Readonly<ShallowRef<RootScale>> {
  const measured = (): RootScale => {
    const { innerWidth: width, innerHeight: height } = page
    const px = rootPx(width, height)
    page.document.documentElement.style.fontSize = `${px}px`
    const shape = screenShape(width, height)
    page.document.documentElement.dataset.shape = shape
    return { scale: scaleOf(px), shape }
  }
  const scale = shallowRef(measured())
  const update = () => { scale.value = measured() }
  page.addEventListener('resize', update)
  onScopeDispose(() => page.removeEventListener('resize', update))
  provide(ROOT_SCALE, shallowReadonly(scale))
  return shallowReadonly(scale)
}

/** For what draws outside CSS: charts and map. Scale 1 where no app has set one. */
export function useRootScale(): Readonly<ShallowRef<RootScale>> {
  return inject(ROOT_SCALE, () => shallowRef<RootScale>({ scale: 1, shape: 'wide' }), true)
}
