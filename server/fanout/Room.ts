import type { Server } from 'socket.io'
import type { WanggeEvent } from '../../shared/state/event.ts'
import type { State } from '../../shared/state/State.ts'
import type { Down } from '../../shared/protocol/down.ts'
import type { Frame } from '../../shared/protocol/frame.ts'
import type { Scope } from '../../shared/protocol/subscribe.ts'
import type { Up } from '../../shared/protocol/up.ts'
import type { RingItem } from './EventRing.ts'
import type { LiveSession } from './LiveSession.ts'
import { isWithin } from '../../shared/words/regionCode.ts'

export type Pipes = readonly ReturnType<Server<Up, Down>['of']>[]

/** Everybody who sees one scope, audience × region: frames are made and encoded once for all of them (P10). */
export class Room {
  readonly name: string
  readonly members = new Set<LiveSession>()
  /** Where its members stand after its last frame. */
  cursor: string
  pending: WanggeEvent[] = []
  pendingBytes = 0
  /** By grid index; undefined for the whole district. */
  private readonly inside: boolean[] | undefined

  constructor(readonly scope: Scope, { basis }: State, cursor: string, private readonly pipes: Pipes) {
    this.name = `${scope.audience}:${scope.region}`
    this.cursor = cursor
    this.inside = scope.region === basis.code ? undefined : basis.grids.map(code => isWithin(code, scope.region))
  }

  /** Whether an event belongs to this scope: it touched one of its grids. */
  sees({ grids }: Pick<RingItem, 'grids'>): boolean {
    const { inside } = this
    return inside === undefined || grids.some(grid => inside[grid])
  }

  hasGrid(grid: number): boolean {
    return this.inside === undefined || this.inside[grid] === true
  }

  add(item: RingItem): void {
    if (!this.sees(item))
      return
    const { event, bytes } = item.for(this.scope.audience)
    this.pending.push(event)
    this.pendingBytes += bytes
  }

  join(session: LiveSession): void {
    this.members.add(session)
    void session.socket.join(this.name)
    session.state = { state: 'live', room: this }
  }

  leave(session: LiveSession): void {
    this.members.delete(session)
    void session.socket.leave(this.name)
  }

  /** To all members but `except`: one encoding for each pipe that any of them came by. */
  send(frame: Frame, except: readonly LiveSession[] = []): void {
    const ids = except.map(({ socket }) => socket.id)
    for (const pipe of this.pipes) {
      if (pipe.adapter.rooms.has(this.name))
        (ids.length > 0 ? pipe.to(this.name).except(ids) : pipe.to(this.name)).emit('frame', frame)
    }
  }
}
