import type { Drive } from '../../shared/protocol/wall/drive.ts'
import type { DriveAnswer } from '../../shared/protocol/wall/driveAnswer.ts'
import type { Officers } from '../../shared/protocol/desk/officers.ts'
import type { Show } from '../../shared/protocol/wall/show.ts'
import type { Scope } from '../../shared/protocol/subscribe.ts'
import type { Wall } from '../../shared/protocol/wall/wall.ts'
import type { Walls } from '../../shared/protocol/wall/walls.ts'
import { LiveClient } from './liveClient.ts'
import { waitFor } from './waitFor.ts'

/** A live client that also says who is there or what its wall shows, and keeps what it hears of the others. */
export class DeskClient extends LiveClient {
  officers: Officers['officers'] = []
  walls: Walls['walls'] = []
  told = { officers: 0, walls: 0 }
  shows: Show[] = []

  constructor(url: string, audience: Scope['audience'], region = '152921') {
    super(url, { audience, region })
    this.socket.on('officers', ({ officers }) => {
      this.officers = officers
      this.told.officers++
    })
    this.socket.on('walls', ({ walls }) => {
      this.walls = walls
      this.told.walls++
    })
    this.socket.on('show', show => void this.shows.push(show))
  }

  /** At a desk, and seen there as `actor`. */
  async sits(actor: string, incident?: string, typing?: boolean): Promise<this> {
    if (this.state === undefined)
      await this.live()
    this.socket.emit('presence', { actor, ...(incident !== undefined && { incident }), ...(typing !== undefined && { typing }) })
    await waitFor(`${actor} sees itself`, () => this.officers.some(each => each.you && each.actor === actor && each.incident === incident && each.typing === (typing ?? false)), 10_000, () => this.officers)
    return this
  }

  /** A wall that says what it shows. */
  async hangs(wall: Partial<Wall> & Pick<Wall, 'name'>): Promise<this> {
    if (this.state === undefined)
      await this.live()
    this.socket.emit('wall', { scene: 'overview', held: false, ...wall })
    return this
  }

  drive(order: Partial<Drive>): Promise<DriveAnswer> {
    return this.socket.emitWithAck('drive', { id: 'd1', actor: 'seat-1', wall: 'hall', ...order })
  }
}
