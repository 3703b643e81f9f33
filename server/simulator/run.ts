import type { SimulatedEvent } from './day/SimulatedEvent.ts'
import type { World } from './day/World.ts'
import type { Courier } from './send/Courier.ts'
import { eventsBetween, prologue } from './day/eventsBetween.ts'
import { toEnvelope } from './day/SimulatedEvent.ts'
import { detailAt } from './detailAt.ts'

/** How often new events are sent while the clock goes on. */
const TICK_MS = 200
const SAVE_EVERY_MS = 5000
/** However long a send took, the faster clock jumps no further than so much of real time makes it. */
const LONGEST_STEP_MS = 1000

export interface Run {
  world: World
  courier: Courier
  /** What becomes of what was planned, as matters stand when it is told. */
  adapt: (events: readonly SimulatedEvent[], signal: AbortSignal) => Promise<readonly SimulatedEvent[]>
  /** Everything before was sent in an earlier run; the world's origin if nothing was. */
  from: number
  /** Simulated time goes so many times faster, as long as it lies in the past. */
  speed: number
  /** Ends at this simulated time. */
  until?: number | undefined
  /** Ends after so many events. */
  count?: number | undefined
  now: () => number
  pause: (ms: number, signal: AbortSignal) => Promise<void>
  /** Keeps how far it has come, epoch ms. */
  save: (until: number) => Promise<void>
  signal: AbortSignal
}

/** Sends what happens, first what lies in the past, then as time goes; answers how many events were sent. Ends when told or when it reaches its bound. */
export async function run({ world, courier, adapt, from, speed, until = Infinity, count = Infinity, now, pause, save, signal }: Run): Promise<number> {
  let sent = 0
  let reached = from
  let clock = from
  let asked = now()
  let savedAt = asked

  const isNew = from === world.origin
  if (isNew && !await send(prologue(world)))
    return sent
  while (!signal.aborted && sent < count && reached < until) {
    const time = now()
    // A clock that ran ahead would be refused by the server: it never passes now.
    clock = speed === 1 ? time : Math.min(time, clock + Math.min(time - asked, LONGEST_STEP_MS) * speed)
    asked = time
    await tellUntil(Math.min(clock, until))
    if (sent < count && reached < until)
      await pause(TICK_MS, signal)
  }
  await save(reached)
  return sent

  async function tellUntil(end: number): Promise<void> {
    while (reached < end && sent < count && !signal.aborted) {
      const { detail, to } = detailAt(reached, end)
      const events = eventsBetween(world, reached, to, detail)
      if (!await send(events))
        return
      reached = to
      if (now() - savedAt >= SAVE_EVERY_MS) {
        savedAt = now()
        await save(reached)
      }
    }
  }

  async function send(events: readonly SimulatedEvent[]): Promise<boolean> {
    const wanted = events.slice(0, count - sent)
    const told = await adapt(wanted, signal)
    if (!await courier.send(told.map(toEnvelope), signal))
      return false
    sent += wanted.length
    // Cut short by `count`: this stretch is not over.
    return wanted.length === events.length
  }
}
