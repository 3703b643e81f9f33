import type { Show } from '../../shared/protocol/wall/show.ts'
import type { Cancel, Clock } from '../clock.ts'
import type { DeskLink } from './DeskLink.ts'
import type { Exchange } from './Exchange.ts'
import type { OfficerRow, Rows, WallRow } from './rows.ts'
import { presence as presenceSchema } from '../../shared/protocol/desk/presence.ts'
import { wall as wallSchema } from '../../shared/protocol/wall/wall.ts'
import { namedWalls } from './namedWalls.ts'

/** Changes within so many ms are told together. */
const GATHER_MS = 100
/** Links that may take part at one server; who comes later is not heard. */
const OFFICERS_MOST = 100
const SCREENS_MOST = 200

interface Parts {
  clock: Clock
  /** Whether somebody of that id may act here. */
  isActor: (id: string) => boolean
}

/** Officers at their desks see each other and the named walls (N2, N3). What does not parse is dropped: nobody waits for it. */
export class Neighbours {
  private readonly desks = new Map<string, { link: DeskLink; row: OfficerRow }>()
  private readonly screens = new Map<string, { link: DeskLink; row: WallRow }>()
  private gathering: Cancel | undefined
  private exchange: Exchange | undefined

  constructor(private readonly parts: Parts) {}

  /** Where several servers read one log: by what they hear of each other. */
  join(exchange: Exchange): void {
    this.exchange = exchange
  }

  /** A message `presence` of a desk, not yet parsed. @returns false if it was dropped */
  presence(link: DeskLink, message: unknown): boolean {
    const { data } = presenceSchema.safeParse(message)
    const known = this.desks.get(link.id)
    if (!data || !this.parts.isActor(data.actor) || (!known && this.desks.size >= OFFICERS_MOST))
      return false
    const { actor, incident, typing = false } = data
    const row: OfficerRow = { link: link.id, actor, ...(incident !== undefined && { incident }), typing, since: known?.row.since ?? this.parts.clock.now() }
    this.desks.set(link.id, { link, row })
    if (!known)
      link.walls({ walls: namedWalls(this.all.walls) })
    if (!known || !isSame(known.row, row))
      this.changed()
    return true
  }

  /** A message `wall` of a screen, not yet parsed. @returns false if it was dropped */
  wall(link: DeskLink, message: unknown): boolean {
    const { data } = wallSchema.safeParse(message)
    const known = this.screens.get(link.id)?.row
    if (!data || (!known && this.screens.size >= SCREENS_MOST))
      return false
    const now = this.parts.clock.now()
    const paintedAt = data.painted === known?.painted ? known?.paintedAt : now
    this.screens.set(link.id, { link, row: { ...data, since: known?.since ?? now, saidAt: now, ...(data.painted !== undefined && paintedAt !== undefined && { paintedAt }) } })
    this.changed()
    return true
  }

  /** A link ended. */
  forget(id: string): void {
    this.leaveDesk(id)
    if (this.screens.delete(id))
      this.changed()
  }

  /** A link does not see what the desk sees any more. */
  leaveDesk(id: string): void {
    if (this.desks.delete(id))
      this.changed()
  }

  /** Tells the screens of a wall here and at the other servers. @returns how many, 0 for no such wall; undefined if only others have it and they cannot be reached */
  async drive(wall: string, show: Show): Promise<number | undefined> {
    const here = this.show(wall, show)
    const there = this.exchange?.elsewhere.walls.filter(({ name }) => name === wall).length ?? 0
    if (there === 0)
      return here
    if (await this.exchange?.send(wall, show))
      return here + there
    return here > 0 ? here : undefined
  }

  /** Tells the screens of a wall here. @returns how many */
  show(wall: string, show: Show): number {
    let told = 0
    for (const { link, row } of this.screens.values()) {
      if (row.name !== wall)
        continue
      link.show(show)
      told++
    }
    return told
  }

  /** Tells everybody at a desk who is there, a moment later. */
  changed(): void {
    this.gathering ??= this.parts.clock.after(GATHER_MS, () => this.tell())
  }

  end(): void {
    this.gathering?.()
  }

  private get here(): Rows {
    return { officers: [...this.desks.values()].map(({ row }) => row), walls: [...this.screens.values()].map(({ row }) => row) }
  }

  private get all(): Rows {
    const { here } = this
    const there = this.exchange?.elsewhere
    return there ? { officers: [...here.officers, ...there.officers], walls: [...here.walls, ...there.walls] } : here
  }

  private tell(): void {
    this.gathering = undefined
    const { here, all } = this
    const walls = { walls: namedWalls(all.walls) }
    for (const { link } of this.desks.values()) {
      link.officers({ officers: all.officers.map(row => row.link === link.id ? { ...row, you: true } : row) })
      link.walls(walls)
    }
    this.exchange?.publish(here)
  }
}

function isSame(a: OfficerRow, b: OfficerRow): boolean {
  return a.actor === b.actor && a.incident === b.incident && a.typing === b.typing
}
