import { defineStore } from 'pinia'
import { oneOpen } from '../../base/oneOpen.ts'

/** What may lie over the desk; one at a time. */
export type DeskDialog = 'help' | 'filter' | 'call' | 'handover' | 'walls' | 'sound' | 'loss' | 'closed'

export const useDeskDialog = defineStore('desk-dialog', () => oneOpen<DeskDialog>())
