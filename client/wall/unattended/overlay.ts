import { defineStore } from 'pinia'
import { oneOpen } from '../../base/oneOpen.ts'

/** What may lie over a scene; one at a time. */
export type Overlay = 'help' | 'detail'

export const useOverlay = defineStore('overlay', () => oneOpen<Overlay>())
