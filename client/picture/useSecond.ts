import type { ShallowRef } from 'vue'
import { useSchedule } from './schedule/schedule.ts'

/** The scene's time in whole seconds (epoch ms): the server's clock while live; it goes on while the link is cut. */
export function useSecond(): Readonly<ShallowRef<number>> {
  return useSchedule().second
}
