import type { InjectionKey, ShallowRef } from 'vue'
import type { Bezels } from '../base/address.ts'
import type { ScreenShape } from './rootScale.ts'
import { inject, onScopeDispose, provide, shallowReadonly, shallowRef, watch } from 'vue'
import { rootPx, scaleOf, screenShape, textFactor } from './rootScale.ts'
import { screenBezels } from './screenBezels.ts'

export interface RootScale {
  /** px here = px of LOOKS × scale; in CSS `calc(58 * var(--px))`. */
  scale: number
  /** Body text is larger by this factor; in CSS `calc(18 * var(--text))`. */
  textFactor: number
  shape: ScreenShape
  /** Screens that the picture is arranged on. */
  bezels: Bezels
}

const ROOT_SCALE: InjectionKey<Readonly<ShallowRef<RootScale>>> = Symbol('root scale')

/**
 * Sets the root font size, and shape and bezels as `data-shape`, `data-columns`, `data-rows` for the styles, and keeps them
 * at the window's size; once, by the app.
 * @param leastPx least root font size
 */
export function provideRootScale(page: Window, bezels: () => Bezels | undefined, leastPx?: number): Readonly<ShallowRef<RootScale>> {
  const root = page.document.documentElement
  const measured = (): RootScale => {
    const { innerWidth: width, innerHeight: height } = page
    const px = rootPx(width, height, leastPx)
    const shape = screenShape(width, height)
    const screens = screenBezels(shape, bezels())
    root.style.fontSize = `${px}px`
    Object.assign(root.dataset, { shape, columns: screens.columns, rows: screens.rows })
    return { scale: scaleOf(px), textFactor: textFactor(shape), shape, bezels: screens }
  }
  const scale = shallowRef(measured())
  function update(): void {
    const now = measured()
    // Whoever draws by it draws anew: not while a window is dragged a pixel at a time.
    if (JSON.stringify(now) !== JSON.stringify(scale.value))
      scale.value = now
  }
  page.addEventListener('resize', update)
  watch(bezels, update)
  onScopeDispose(() => page.removeEventListener('resize', update))
  provide(ROOT_SCALE, shallowReadonly(scale))
  return shallowReadonly(scale)
}

/** For what draws outside CSS: charts and map. Scale 1 where no app has set one. */
export function useRootScale(): Readonly<ShallowRef<RootScale>> {
  return inject(ROOT_SCALE, () => shallowRef<RootScale>({ scale: 1, textFactor: 1, shape: 'wide', bezels: { columns: 1, rows: 1 } }), true)
}
