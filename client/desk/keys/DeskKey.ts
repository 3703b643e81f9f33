import type { KeyAction } from '../../look/listenToKeys.ts'
import type zh from './words/zh.ts'

/** A key of the desk: what it is called, when it may be used and what it does. Help, key bar and listener all go by it. */
export interface DeskKey extends KeyAction {
  /** What it does, in words: `deskKeys.action.…`. */
  id: keyof typeof zh['action']
  group: keyof typeof zh['group']
  /** Stands in the bar at the foot; those that do not are in the help alone. */
  inBar?: true
  /** Why it may not be used now, in words; undefined while it may. `run` then does nothing but say so. */
  blocked?: () => string | undefined
  /** What it would do just now, beside its name: 1 件疑似, 在：事件处置. */
  note?: () => string | undefined
}
