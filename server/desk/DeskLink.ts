import type { Officers } from '../../shared/protocol/desk/officers.ts'
import type { Show } from '../../shared/protocol/wall/show.ts'
import type { Walls } from '../../shared/protocol/wall/walls.ts'

/** A link of this server as desks and walls need it. */
export interface DeskLink {
  readonly id: string
  officers: (message: Officers) => void
  walls: (message: Walls) => void
  show: (message: Show) => void
}
