import type { Closing } from './closing.ts'
import type { Frame } from './frame.ts'
import type { Officers } from './desk/officers.ts'
import type { Refetch } from './refetch.ts'
import type { Refused } from './refused.ts'
import type { Resumed } from './resumed.ts'
import type { Show } from './wall/show.ts'
import type { Walls } from './wall/walls.ts'
import { closing } from './closing.ts'
import { frame } from './frame.ts'
import { officers } from './desk/officers.ts'
import { refetch } from './refetch.ts'
import { refused } from './refused.ts'
import { resumed } from './resumed.ts'
import { show } from './wall/show.ts'
import { walls } from './wall/walls.ts'

/** Everything a server sends, by name. */
export const DOWN = { frame, resumed, refetch, refused, closing, officers, walls, show }

/** Typed events of Socket.IO, server to client. */
export interface Down {
  frame: (message: Frame) => void
  resumed: (message: Resumed) => void
  refetch: (message: Refetch) => void
  refused: (message: Refused) => void
  closing: (message: Closing) => void
  officers: (message: Officers) => void
  walls: (message: Walls) => void
  show: (message: Show) => void
}
