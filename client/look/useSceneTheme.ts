import type { ShallowRef } from 'vue'
import type { SceneTheme } from './sceneTheme.ts'
import { shallowReadonly, shallowRef, watch } from 'vue'
import { readSceneTheme } from './sceneTheme.ts'
import { useRootScale } from './useRootScale.ts'

/** The tokens as values, read anew when the screen changes its size. */
export function useSceneTheme(): Readonly<ShallowRef<SceneTheme>> {
  const scale = useRootScale()
  const theme = shallowRef(readSceneTheme(document.documentElement, scale.value))
  watch(scale, () => {
    theme.value = readSceneTheme(document.documentElement, scale.value)
  })
  return shallowReadonly(theme)
}
