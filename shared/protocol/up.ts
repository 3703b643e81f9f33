import type { Subscribe } from './subscribe.ts'
import { subscribe } from './subscribe.ts'

/** Everything a client sends, by name. */
export const UP = { subscribe }

/** Typed events of Socket.IO, client to server. */
export interface Up {
  subscribe: (message: Subscribe) => void
}
