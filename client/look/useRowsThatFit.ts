import type { ComputedRef, ShallowRef } from 'vue'
import { computed } from 'vue'
import { useRootScale } from './useRootScale.ts'
import { useSize } from './useSize.ts'

/**
 * How many rows of a list there is room for: lists are as long as their room, and what is cut is counted.
 * @param list what holds the rows and has its height from the layout
 * @param row height of a row and of columns how many, wall px; `text` where it grows with the text of wide walls
 * @param least while nothing is laid out
 */
export function useRowsThatFit(list: Readonly<ShallowRef<Element | null>>, row: () => { height: number; text?: boolean; columns?: number }, least: number): ComputedRef<number> {
  const size = useSize(list)
  const root = useRootScale()
  return computed(() => {
    const { height, text = false, columns = 1 } = row()
    const each = height * root.value.scale * (text ? root.value.textFactor : 1)
    return size.value.height > 0 ? Math.max(1, Math.floor((size.value.height + 1) / each)) * columns : least
  })
}
