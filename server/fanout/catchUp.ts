import type { LogPosition } from '../../shared/protocol/LogPosition.ts'
import type { Frame } from '../../shared/protocol/frame.ts'
import type { Fanout } from './Fanout.ts'
import type { Room } from './Room.ts'

export interface CatchUp {
  frame: Frame
  bytes: number
  /** How long ago the first event that is missed was folded, ms; 0 if nothing is missed. */
  missedForMs: number
}

/** The frame from a client's cursor to where the room stands, which must just have been flushed (P4). */
export function catchUp({ ring, parts: { projection, positions, clock, health } }: Fanout, room: Room, from: LogPosition, cursor: string): CatchUp {
  const { audience, region } = room.scope
  const missed = ring.after(from).filter(item => room.sees(item))
  const open = missed.map(item => item.for(audience))
  const movers = new Set(missed.flatMap(({ event }) => event.type === 'patrol.position' || event.type === 'patrol.sos' ? [event.subject] : []))
  const seen = positions.seen(projection.state, audience, grid => room.hasGrid(grid), clock.now(), movers)
  return {
    frame: {
      from: cursor,
      to: room.cursor,
      at: clock.now(),
      events: open.map(({ event }) => event),
      digest: projection.state.digest.of(region),
      log: health.said,
      ...(seen.length > 0 && { positions: seen }),
    },
    bytes: open.reduce((sum, { bytes }) => sum + bytes, 300 + seen.length * 110),
    missedForMs: missed[0] ? clock.monotonic() - missed[0].at : 0,
  }
}
